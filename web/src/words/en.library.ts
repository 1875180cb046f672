// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** Words of the figure and the library. */
export const libraryWords = {
  "figure.none": "No picture yet",
  "figure.label": "{name}, shown by a moving figure. Position: {position}.",
  "figure.position.standing": "standing",
  "figure.position.sitting": "sitting on a chair",
  "figure.position.supine": "lying on the back",
  "figure.position.hook_lying": "lying on the back, knees bent",
  "figure.position.prone": "lying on the front",
  "figure.position.prone_support": "propped on the arms, facing the floor",
  "figure.position.side_lying": "lying on the side",
  "figure.position.quadruped": "on hands and knees",
  "figure.position.kneeling": "kneeling",
  "figure.position.half_kneeling": "kneeling on one knee",
  "figure.position.floor_sitting": "sitting on the floor",
} as const;
