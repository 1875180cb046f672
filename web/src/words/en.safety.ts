// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
/** The safety questions and what follows from them. Our own wording, awaiting clinical review. */
export const safetyWords = {
  "safety.title": "First: is it safe to begin?",
  "safety.lead":
    "Most back pain is not dangerous. These questions find the few cases that need somebody to look first. Take your time.",
  "safety.bladder": "Bladder, bowel and feeling between the legs",
  "safety.legs": "Legs and walking",
  "safety.chest": "Chest, belly and sudden pain",
  "safety.injury": "Falls, bones and injuries",
  "safety.illness": "Infection, cancer and other illness",
  "safety.pain": "The pain itself",

  "safety.RF-CE1": "Has passing water changed lately: you can't feel it, can't start, or it leaks?",
  "safety.RF-CE1.clearer":
    "We mean a change in the last weeks. Next time you go, notice: do you feel the flow, and can you start and stop as you used to?",
  "safety.RF-CE1.kind": "What is it mostly?",
  "safety.kind.cannot_feel": "I can't feel it well",
  "safety.kind.cannot_start": "I can't start",
  "safety.kind.leaking": "It leaks",
  "safety.RF-CE2":
    "Is there new numbness between your legs: around the genitals, the anus or the inner buttocks?",
  "safety.RF-CE2.clearer": "When you wipe, does it feel different from usual?",
  "safety.RF-CE3": "Have you lost control of your bowel, or can't you feel when it is full?",
  "safety.RF-CE3.clearer":
    "We mean something new: soiling yourself, or not noticing that you need to go.",
  "safety.RF-CE4": "Has sex changed since the back pain: less feeling, or no erection?",
  "safety.RF-CE4.clearer":
    "We mean a loss of feeling or function that began with the back or leg pain. If it does not apply to you, say no.",
  "safety.RF-CE5": "Do you have pain, numbness or weakness in both legs?",
  "safety.RF-CE5.clearer": "We mean both legs in the same days, below the buttocks.",
  "safety.RF-CE5.pattern": "How did it come?",
  "safety.pattern.sudden": "Suddenly, in both",
  "safety.pattern.spread": "From one leg to the other",
  "safety.pattern.walking_only": "Only when I walk or stand; sitting helps",
  "safety.pattern.stable": "Slowly, and it stays the same",
  "safety.RF-CE6": "Are both legs weak, or getting weaker?",
  "safety.RF-CE6.clearer":
    "Can you stand on your heels and on your toes, and get up from a chair, as before?",
  "safety.RF-ND1": "Is one leg or foot newly weak?",
  "safety.RF-ND1.clearer":
    "Try to walk three steps on your heels and three on your toes. Does one foot fail?",
  "safety.RF-ND1.foot": "Can't you lift the foot or the toes?",
  "safety.RF-ND1.giving": "Does the knee give way at every step?",
  "safety.RF-MC1":
    "Are you newly unsteady or clumsy in legs or hands, stiff in the legs, or do you feel electric shocks or a tight band around the trunk?",
  "safety.RF-MC1.clearer":
    "For example: you stumble more, drop things, or can't button a shirt as before.",
  "safety.RF-MC1.features": "How many of these five: unsteady, clumsy, stiff, shocks, band?",
  "safety.RF-AA2":
    "Do you have chest pain, trouble getting breath, or did a tearing pain between the shoulder blades come suddenly?",
  "safety.RF-AA2.clearer":
    "We mean now or in the last days, and not a stitch that changes when you press on it.",
  "safety.RF-AA1":
    "Did a severe pain in belly, side or back come suddenly, or did you faint or collapse with it?",
  "safety.RF-AA1.clearer":
    "We mean a pain that came within minutes and does not change when you move.",
  "safety.RF-AA1.collapse": "Did you faint, or feel cold and clammy?",
  "safety.RF-AA1.pulsating": "Do you feel a beating lump in the belly?",
  "safety.RF-AA1.known": "Has anybody told you of an aneurysm?",
  "safety.RF-AA1.varies": "Does the pain change clearly when you move?",
  "safety.RF-DV1": "Is one calf newly swollen, warm or painful?",
  "safety.RF-DV1.breathless": "Are you short of breath, or does the chest hurt?",
  "safety.RF-FX1": "Did the pain begin with a bad fall, a crash or a heavy blow?",
  "safety.RF-FX1.walk": "Can't you walk since?",
  "safety.RF-FX2":
    "Did it begin with a small fall or a lift, and do you have thin bones, an earlier break from a small fall, or are you 70 or older?",
  "safety.RF-FX2.clearer":
    "Both must be true: something small happened, and your bones may be weak.",
  "safety.RF-FX3": "Have you taken cortisone tablets (steroids) for three months or more?",
  "safety.RF-FX4":
    "Did a severe pain in the middle of the spine come suddenly and ease when you lie down, or have you got smaller or bent?",
  "safety.RF-FX4.height": "Have you lost height?",
  "safety.RF-FX5": "Do you do sport a lot, and does one spot hurt when you bend backwards?",
  "safety.RF-IN1":
    "Do you have fever, shivering or night sweats, or do you feel ill with the back pain?",
  "safety.RF-IN1.rigors": "Do you shake with chills?",
  "safety.RF-IN1.confusion": "Are you confused, or do others say so?",
  "safety.RF-IN2": "Is there something that makes infections more likely?",
  "safety.RF-IN2.kind": "Which one? If there are several, choose the one nearest the top.",
  "safety.kind.diabetes": "Diabetes",
  "safety.kind.immunosuppressed": "Weak defences: medicine, transplant or HIV",
  "safety.kind.bacteraemia": "A serious infection lately",
  "safety.kind.procedure": "Surgery or an injection at the spine in the last three months",
  "safety.kind.tuberculosis": "Contact with tuberculosis",
  "safety.kind.iv_drugs": "Drugs into a vein",
  "safety.RF-MA1": "Have you ever had cancer?",
  "safety.RF-MA1.years": "How many years ago?",
  "safety.RF-MS1":
    "Have you had cancer, and is this pain new, getting worse, worse at night, or in the upper back?",
  "safety.RF-MA2": "Have you lost weight without wanting to, and can't explain it?",
  "safety.RF-MA3": "Is the pain there all the time, also at night, whatever position you try?",
  "safety.RF-TH1":
    "Is the pain mainly between the shoulder blades, and the same whether you move or rest?",
  "safety.RF-VI1":
    "Is there blood in your water, burning, pain in the side with fever, or a warning sign in pregnancy?",
  "safety.RF-VI1.kind": "Which one?",
  "safety.kind.blood": "Blood that I can see",
  "safety.kind.fever_flank": "Fever and pain in the side",
  "safety.kind.burning": "Burning only",
  "safety.kind.pregnancy_sign":
    "Pregnant: bleeding, fluid, contractions, less movement, or severe headache",
  "safety.RF-PG1": "Are you pregnant, or was a birth in the last three months?",

  "safety.since": "Since when?",
  "safety.since.days": "A few days",
  "safety.since.two_weeks": "Up to two weeks",
  "safety.since.six_weeks": "Two to six weeks",
  "safety.since.three_months": "Six weeks to three months",
  "safety.since.longer": "Longer",
  "safety.worsening": "Is it getting worse?",
  "safety.assessed": "Has a doctor or therapist looked at exactly this?",

  "safety.all": "Please answer each question; “not sure” is an answer too.",
  "safety.allNo": "No to all of these",
  "safety.othersNo": "No to the others",
  "safety.review": "Is this right?",
  "safety.review.lead": "Nothing counts before you say so.",
  "safety.review.none": "You said no to every question.",
  "safety.review.change": "Change",
  "safety.review.right": "Yes, that is right",

  "card.emergency": "Get help now",
  "card.emergency.lead": "What you told us can be an emergency. Please do not wait.",
  "card.call": "Call {number}",
  "card.told": "You told us:",
  "card.wrong": "I tapped the wrong one",
  "card.seen": "I have been seen since",
  "card.today": "Ring a doctor today",
  "card.days": "See a doctor within two days",
  "card.weeks": "See a doctor within two weeks",
  "card.see": "Talk to a doctor or physiotherapist about this",
  "card.say": "What to say there",
  "card.say.text":
    "“I have back pain. A safety check asked me to see somebody, because: {reasons}”",
  "card.print": "Print this note",
  "card.rest":
    "Until then: calm breathing, loosening, ankle movements, and moving about the house as is comfortable. Nothing more.",
  "card.none": "Nothing urgent in your answers",
  "card.none.lead":
    "That does not prove that all is well, but nothing you told us needs somebody to look first. If something changes, tell Plumbline; it asks again from time to time.",
  "card.go": "Go on",
  "card.number": "Emergency number here",

  "ib.title": "Morning stiffness and other signs",
  "ib.lead":
    "Some long-lasting back pain comes from inflammation. Exercise is good for it too, and other help exists. These questions are asked once.",
  "ib.onset": "How old were you when back pain began?",
  "ib.night": "Does it wake you in the second half of the night?",
  "ib.buttock": "Do the buttocks hurt too?",
  "ib.moving": "Does it get better when you move?",
  "ib.tablets": "Do anti-inflammatory tablets help within two days?",
  "ib.family":
    "Does a parent, brother, sister or child have such an illness of the spine or joints?",
  "ib.joints": "Have you had swollen, inflamed joints?",
  "ib.tendons": "Have tendons been inflamed where they join the bone, such as at the heel?",
  "ib.skin": "Do you have psoriasis, or have you had it?",

  "seen.title": "You have been seen",
  "seen.lead": "Good. Tell us what came out, and answer the questions behind it once more.",
  "seen.who": "Who looked at it?",
  "seen.told": "What were you told?",
  "seen.told.not_serious": "It is nothing dangerous",
  "seen.told.treated": "It was treated",
  "seen.told.not_seen": "Nobody has looked yet",
  "seen.save": "Tell Plumbline",
  "seen.kept": "Thank you. The plan was worked out again.",
} as const;
