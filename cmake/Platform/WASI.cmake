# WebAssembly with the WebAssembly System Interface: nothing beyond the generic defaults.
