import { catalogue } from "@org/stores/mohallamart/words/catalogue";

/** The page on which an account is closed, and the one after it. */
export const closingWords = catalogue({
  page: { en: "Close my account", hi: "मेरा खाता बंद करें", kn: "ನನ್ನ ಖಾತೆ ಮುಚ್ಚಿ" },
  title: { en: "Close your account?", hi: "अपना खाता बंद करें?", kn: "ನಿಮ್ಮ ಖಾತೆ ಮುಚ್ಚಬೇಕೇ?" },
  erased: {
    en: "This cannot be undone. You are signed out everywhere, and we erase:",
    hi: "इसे वापस नहीं लिया जा सकता। आप हर जगह से साइन आउट हो जाएँगे, और हम मिटा देंगे:",
    kn: "ಇದನ್ನು ಹಿಂತೆಗೆದುಕೊಳ್ಳಲಾಗದು. ನೀವು ಎಲ್ಲೆಡೆಯಿಂದ ಸೈನ್ ಔಟ್ ಆಗುತ್ತೀರಿ, ಮತ್ತು ನಾವು ಅಳಿಸುವುದು:",
  },
  contact: {
    en: "your name, {email} and your phone, on past orders as well,",
    hi: "आपका नाम, {email} और आपका फ़ोन नंबर, पुराने ऑर्डर से भी,",
    kn: "ನಿಮ್ಮ ಹೆಸರು, {email} ಮತ್ತು ಫೋನ್ ಸಂಖ್ಯೆ, ಹಿಂದಿನ ಆರ್ಡರ್‌ಗಳಿಂದಲೂ,",
  },
  choices: {
    en: "your choices, the products you watch and your messages,",
    hi: "आपकी पसंद, जिन चीज़ों पर आपकी नज़र है और आपके संदेश,",
    kn: "ನಿಮ್ಮ ಆಯ್ಕೆಗಳು, ನೀವು ಗಮನಿಸುವ ವಸ್ತುಗಳು ಮತ್ತು ನಿಮ್ಮ ಸಂದೇಶಗಳು,",
  },
  searches: {
    en: "what you searched for, and an application for a shop that has not opened.",
    hi: "आपने जो खोजा, और जो दुकान नहीं खुली उसका आवेदन।",
    kn: "ನೀವು ಹುಡುಕಿದ್ದು, ಮತ್ತು ತೆರೆಯದ ಅಂಗಡಿಯ ಅರ್ಜಿ.",
  },
  orders: {
    en: "Past orders stay in the shops’ books, without you. If one is still on its way, wait for it: the shop cannot reach you any more.",
    hi: "पुराने ऑर्डर दुकानों के हिसाब में रहेंगे, पर आपके नाम के बिना। अगर कोई ऑर्डर अभी रास्ते में है, तो उसके आने तक रुकें: इसके बाद दुकान आपसे संपर्क नहीं कर पाएगी।",
    kn: "ಹಿಂದಿನ ಆರ್ಡರ್‌ಗಳು ಅಂಗಡಿಗಳ ಲೆಕ್ಕದಲ್ಲಿ ಉಳಿಯುತ್ತವೆ, ಆದರೆ ನಿಮ್ಮ ವಿವರಗಳಿಲ್ಲದೆ. ಯಾವುದಾದರೂ ಇನ್ನೂ ದಾರಿಯಲ್ಲಿದ್ದರೆ ಅದು ಬರುವವರೆಗೆ ಕಾಯಿರಿ: ನಂತರ ಅಂಗಡಿಯು ನಿಮ್ಮನ್ನು ಸಂಪರ್ಕಿಸಲಾರದು.",
  },
  close: {
    en: "Close my account for good",
    hi: "मेरा खाता हमेशा के लिए बंद करें",
    kn: "ನನ್ನ ಖಾತೆಯನ್ನು ಶಾಶ್ವತವಾಗಿ ಮುಚ್ಚಿ",
  },
  closing: { en: "Closing your account…", hi: "आपका खाता बंद हो रहा है…", kn: "ನಿಮ್ಮ ಖಾತೆ ಮುಚ್ಚಲಾಗುತ್ತಿದೆ…" },
  keep: { en: "Keep my account", hi: "मेरा खाता रहने दें", kn: "ನನ್ನ ಖಾತೆ ಇರಲಿ" },
  closed: { en: "Your account is closed", hi: "आपका खाता बंद हो गया है", kn: "ನಿಮ್ಮ ಖಾತೆ ಮುಚ್ಚಲಾಗಿದೆ" },
  thanks: {
    en: "What we knew of you is being erased. Thank you for having been here.",
    hi: "आपके बारे में हमारे पास जो जानकारी थी, वह मिटाई जा रही है। हमारे साथ रहने के लिए धन्यवाद।",
    kn: "ನಿಮ್ಮ ಬಗ್ಗೆ ನಮಗೆ ತಿಳಿದಿದ್ದೆಲ್ಲವನ್ನೂ ಅಳಿಸಲಾಗುತ್ತಿದೆ. ನಮ್ಮೊಂದಿಗೆ ಇದ್ದುದಕ್ಕೆ ಧನ್ಯವಾದಗಳು.",
  },
  toShops: { en: "To the shops", hi: "दुकानों पर जाएँ", kn: "ಅಂಗಡಿಗಳಿಗೆ ಹೋಗಿ" },
});
