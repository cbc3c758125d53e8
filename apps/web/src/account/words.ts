import { catalogue } from "@org/stores/mohallamart/words/catalogue";

/** The fields of the account form. */
export const accountFormWords = catalogue({
  aboutYou: { en: "About you", hi: "आपके बारे में", kn: "ನಿಮ್ಮ ಬಗ್ಗೆ" },
  name: { en: "Name", hi: "नाम", kn: "ಹೆಸರು" },
  phone: { en: "Mobile number", hi: "मोबाइल नंबर", kn: "ಮೊಬೈಲ್ ಸಂಖ್ಯೆ" },
  phoneHint: {
    en: "So that a shop can call you. Leave it empty if it should not.",
    hi: "ताकि दुकान आपको फ़ोन कर सके। अगर न करे तो इसे खाली छोड़ें।",
    kn: "ಅಂಗಡಿಯವರು ನಿಮಗೆ ಕರೆ ಮಾಡಲು. ಬೇಡವಾದರೆ ಖಾಲಿ ಬಿಡಿ.",
  },
  language: {
    en: "Language of our messages and pages",
    hi: "हमारे संदेशों और पेजों की भाषा",
    kn: "ನಮ್ಮ ಸಂದೇಶಗಳು ಮತ್ತು ಪುಟಗಳ ಭಾಷೆ",
  },
  area: { en: "Your neighbourhood", hi: "आपका मोहल्ला", kn: "ನಿಮ್ಮ ಬಡಾವಣೆ" },
  areaHint: { en: "Its shops come first.", hi: "इसकी दुकानें पहले दिखती हैं।", kn: "ಅದರ ಅಂಗಡಿಗಳು ಮೊದಲು ಕಾಣುತ್ತವೆ." },
  noArea: { en: "None in particular", hi: "कोई खास नहीं", kn: "ನಿರ್ದಿಷ್ಟವಾಗಿ ಯಾವುದೂ ಇಲ್ಲ" },
  channels: {
    en: "How we may write to you besides your orders",
    hi: "ऑर्डर के अलावा हम आपको कैसे लिख सकते हैं",
    kn: "ನಿಮ್ಮ ಆರ್ಡರ್‌ಗಳ ಹೊರತಾಗಿ ನಾವು ನಿಮಗೆ ಹೇಗೆ ಬರೆಯಬಹುದು",
  },
  byEmail: { en: "Email", hi: "ईमेल", kn: "ಇಮೇಲ್" },
  bySms: { en: "SMS", hi: "SMS संदेश", kn: "SMS ಸಂದೇಶ" },
  byPush: { en: "The app", hi: "ऐप", kn: "ಆ್ಯಪ್" },
  quiet: { en: "Quiet hours", hi: "शांत समय", kn: "ಶಾಂತ ಸಮಯ" },
  quietHint: {
    en: "What you did not ask for waits until they end. News of your orders comes at any time.",
    hi: "जो आपने नहीं माँगा वह इसके खत्म होने तक रुकता है। आपके ऑर्डर की खबर कभी भी आती है।",
    kn: "ನೀವು ಕೇಳದಿರುವುದು ಅದು ಮುಗಿಯುವವರೆಗೆ ಕಾಯುತ್ತದೆ. ನಿಮ್ಮ ಆರ್ಡರ್‌ಗಳ ಸುದ್ದಿ ಯಾವಾಗ ಬೇಕಾದರೂ ಬರುತ್ತದೆ.",
  },
  from: { en: "From", hi: "कब से", kn: "ಯಾವಾಗಿನಿಂದ" },
  until: { en: "Until", hi: "कब तक", kn: "ಯಾವಾಗಿನವರೆಗೆ" },
  noHour: { en: "None", hi: "कोई नहीं", kn: "ಯಾವುದೂ ಇಲ್ಲ" },
  save: { en: "Save", hi: "सहेजें", kn: "ಉಳಿಸಿ" },
  saving: { en: "Saving…", hi: "सहेजा जा रहा है…", kn: "ಉಳಿಸಲಾಗುತ್ತಿದೆ…" },
});

/** The page behind the link in messages that can be done without. */
export const linkedChoiceWords = catalogue({
  page: { en: "What you get from us", hi: "आपको हमसे क्या मिलता है", kn: "ನಮ್ಮಿಂದ ನಿಮಗೆ ಏನು ಬರುತ್ತದೆ" },
  saved: {
    en: "Saved. We keep to it from now on.",
    hi: "सहेज लिया गया। अब से हम इसी का पालन करेंगे।",
    kn: "ಉಳಿಸಲಾಗಿದೆ. ಇನ್ನು ಮುಂದೆ ಅದರಂತೆ ನಡೆಯುತ್ತೇವೆ.",
  },
  watched: { en: "What you watch", hi: "आप किन चीज़ों पर नज़र रखते हैं", kn: "ನೀವು ಗಮನಿಸುತ್ತಿರುವುದು" },
  rest: {
    en: "Everything else is in your account",
    hi: "बाकी सब आपके खाते में है",
    kn: "ಉಳಿದೆಲ್ಲವೂ ನಿಮ್ಮ ಖಾತೆಯಲ್ಲಿದೆ",
  },
  noLink: { en: "This link does not work", hi: "यह लिंक काम नहीं करता", kn: "ಈ ಲಿಂಕ್ ಕೆಲಸ ಮಾಡುವುದಿಲ್ಲ" },
  noLinkWhy: {
    en: "It is not complete, or not valid any more. Sign in to change what you get.",
    hi: "यह अधूरा है, या अब मान्य नहीं है। जो मिलता है उसे बदलने के लिए साइन इन करें।",
    kn: "ಇದು ಅಪೂರ್ಣವಾಗಿದೆ, ಅಥವಾ ಇನ್ನು ಮಾನ್ಯವಲ್ಲ. ಬರುವುದನ್ನು ಬದಲಿಸಲು ಸೈನ್ ಇನ್ ಆಗಿ.",
  },
  choose: {
    en: "Choose what you get in your account",
    hi: "अपने खाते में चुनें कि आपको क्या मिले",
    kn: "ಏನು ಬರಬೇಕೆಂದು ನಿಮ್ಮ ಖಾತೆಯಲ್ಲಿ ಆಯ್ಕೆ ಮಾಡಿ",
  },
  withoutAny: {
    en: "Without any, you hear of your orders alone.",
    hi: "कोई न चुनें तो आपको केवल अपने ऑर्डर की खबर मिलेगी।",
    kn: "ಯಾವುದನ್ನೂ ಆರಿಸದಿದ್ದರೆ ನಿಮ್ಮ ಆರ್ಡರ್‌ಗಳ ಬಗ್ಗೆ ಮಾತ್ರ ತಿಳಿಯುತ್ತದೆ.",
  },
  wrongHours: {
    en: "Nothing was saved. Choose when they begin and when they end, at two different times.",
    hi: "कुछ सहेजा नहीं गया। चुनें कि यह कब शुरू हो और कब खत्म, दोनों समय अलग हों।",
    kn: "ಏನನ್ನೂ ಉಳಿಸಿಲ್ಲ. ಅದು ಯಾವಾಗ ಆರಂಭವಾಗಿ ಯಾವಾಗ ಮುಗಿಯಬೇಕು ಎಂದು ಬೇರೆ ಬೇರೆ ಸಮಯಗಳನ್ನು ಆರಿಸಿ.",
  },
});

/** The account's page. */
export const accountWords = catalogue({
  page: { en: "My account", hi: "मेरा खाता", kn: "ನನ್ನ ಖಾತೆ" },
  hello: { en: "Hello, {name}", hi: "नमस्ते, {name} जी", kn: "ನಮಸ್ಕಾರ, {name} ಅವರೇ" },
  goTo: {
    en: "Your confirmations and codes go to {email}.",
    hi: "आपकी पुष्टियाँ और कोड {email} पर जाते हैं।",
    kn: "ನಿಮ್ಮ ದೃಢೀಕರಣಗಳು ಮತ್ತು ಕೋಡ್‌ಗಳು {email} ಗೆ ಹೋಗುತ್ತವೆ.",
  },
  saved: { en: "Saved.", hi: "सहेज लिया गया।", kn: "ಉಳಿಸಲಾಗಿದೆ." },
  close: { en: "Close my account", hi: "मेरा खाता बंद करें", kn: "ನನ್ನ ಖಾತೆಯನ್ನು ಮುಚ್ಚಿ" },
});
