import { catalogue } from "@org/stores/mohallamart/words/catalogue";

/** What became of what somebody did on the page, by the code in its address. */
export const securityOutcomeWords = catalogue({
  "signed-out": {
    en: "That browser is signed out.",
    hi: "वह ब्राउज़र साइन आउट हो गया है।",
    kn: "ಆ ಬ್ರೌಸರ್ ಸೈನ್ ಔಟ್ ಆಗಿದೆ.",
  },
  "signed-out-before": {
    en: "That browser was signed out already.",
    hi: "वह ब्राउज़र पहले ही साइन आउट हो चुका था।",
    kn: "ಆ ಬ್ರೌಸರ್ ಈಗಾಗಲೇ ಸೈನ್ ಔಟ್ ಆಗಿತ್ತು.",
  },
  added: {
    en: "The passkey is added. Next time, choose “Sign in with a passkey”.",
    hi: "पासकी जुड़ गई है। अगली बार “पासकी से साइन इन करें” चुनें।",
    kn: "ಪಾಸ್‌ಕೀ ಸೇರಿಸಲಾಗಿದೆ. ಮುಂದಿನ ಬಾರಿ “ಪಾಸ್‌ಕೀ ಮೂಲಕ ಸೈನ್ ಇನ್ ಆಗಿ” ಆಯ್ಕೆಮಾಡಿ.",
  },
  renamed: {
    en: "The passkey has its new name.",
    hi: "पासकी का नाम बदल गया है।",
    kn: "ಪಾಸ್‌ಕೀಯ ಹೆಸರು ಬದಲಾಗಿದೆ.",
  },
  removed: {
    en: "The passkey is removed. Delete it in your device or password manager as well.",
    hi: "पासकी हटा दी गई है। उसे अपने डिवाइस या पासवर्ड मैनेजर से भी मिटाएँ।",
    kn: "ಪಾಸ್‌ಕೀ ತೆಗೆದುಹಾಕಲಾಗಿದೆ. ನಿಮ್ಮ ಸಾಧನ ಅಥವಾ ಪಾಸ್‌ವರ್ಡ್ ಮ್ಯಾನೇಜರ್‌ನಲ್ಲೂ ಅದನ್ನು ಅಳಿಸಿ.",
  },
  "gone-before": {
    en: "That passkey was removed already.",
    hi: "वह पासकी पहले ही हटाई जा चुकी थी।",
    kn: "ಆ ಪಾಸ್‌ಕೀಯನ್ನು ಈಗಾಗಲೇ ತೆಗೆದುಹಾಕಲಾಗಿತ್ತು.",
  },
  "passkey-needed": {
    en: "This needs a passkey of yours: add one below if you have none, then sign out and sign in with it. An operator forgets passkeys that are lost.",
    hi: "इसके लिए आपकी पासकी चाहिए: न हो तो नीचे एक जोड़ें, फिर साइन आउट करके उसी से साइन इन करें। खोई हुई पासकी को ऑपरेटर हटा देते हैं।",
    kn: "ಇದಕ್ಕೆ ನಿಮ್ಮ ಪಾಸ್‌ಕೀ ಬೇಕು: ಇಲ್ಲದಿದ್ದರೆ ಕೆಳಗೆ ಒಂದನ್ನು ಸೇರಿಸಿ, ನಂತರ ಸೈನ್ ಔಟ್ ಆಗಿ ಅದರಿಂದಲೇ ಸೈನ್ ಇನ್ ಆಗಿ. ಕಳೆದುಹೋದ ಪಾಸ್‌ಕೀಗಳನ್ನು ಆಪರೇಟರ್ ತೆಗೆದುಹಾಕುತ್ತಾರೆ.",
  },
  "name-refused": {
    en: "A passkey needs a name of 1 to 60 characters. Nothing was changed.",
    hi: "पासकी का नाम 1 से 60 अक्षरों का होना चाहिए। कुछ नहीं बदला गया।",
    kn: "ಪಾಸ್‌ಕೀಗೆ 1 ರಿಂದ 60 ಅಕ್ಷರಗಳ ಹೆಸರು ಬೇಕು. ಏನೂ ಬದಲಾಗಿಲ್ಲ.",
  },
});

export type SecurityOutcome = keyof typeof securityOutcomeWords;
