import { catalogue } from "@org/stores/mohallamart/words/catalogue";

/** What somebody is asked about notifications on a device. */
export const pushWords = catalogue({
  title: { en: "On this device", hi: "इस डिवाइस पर", kn: "ಈ ಸಾಧನದಲ್ಲಿ" },
  start: { en: "Tell me on this device", hi: "मुझे इस डिवाइस पर बताएँ", kn: "ಈ ಸಾಧನದಲ್ಲಿ ನನಗೆ ತಿಳಿಸಿ" },
  stop: { en: "Stop on this device", hi: "इस डिवाइस पर बंद करें", kn: "ಈ ಸಾಧನದಲ್ಲಿ ನಿಲ್ಲಿಸಿ" },
  refused: {
    en: "Your browser does not let us. Allow notifications of this site in its settings, and press again.",
    hi: "आपका ब्राउज़र हमें इसकी अनुमति नहीं देता। उसकी सेटिंग में इस साइट के नोटिफ़िकेशन चालू करें और फिर दबाएँ।",
    kn: "ನಿಮ್ಮ ಬ್ರೌಸರ್ ನಮಗೆ ಅನುಮತಿಸುತ್ತಿಲ್ಲ. ಅದರ ಸೆಟ್ಟಿಂಗ್‌ನಲ್ಲಿ ಈ ಸೈಟ್‌ನ ಅಧಿಸೂಚನೆಗಳನ್ನು ಅನುಮತಿಸಿ, ಮತ್ತೆ ಒತ್ತಿ.",
  },
  unsupported: {
    en: "This browser cannot show notifications. On an iPhone, add the site to the home screen first.",
    hi: "यह ब्राउज़र नोटिफ़िकेशन नहीं दिखा सकता। आईफ़ोन पर पहले इस साइट को होम स्क्रीन पर जोड़ें।",
    kn: "ಈ ಬ್ರೌಸರ್ ಅಧಿಸೂಚನೆಗಳನ್ನು ತೋರಿಸಲಾರದು. ಐಫೋನ್‌ನಲ್ಲಿ ಮೊದಲು ಈ ಸೈಟ್ ಅನ್ನು ಹೋಮ್ ಸ್ಕ್ರೀನ್‌ಗೆ ಸೇರಿಸಿ.",
  },
  failed: {
    en: "That did not work. Press again in a minute.",
    hi: "यह नहीं हो पाया। एक मिनट में फिर दबाएँ।",
    kn: "ಅದು ಆಗಲಿಲ್ಲ. ಒಂದು ನಿಮಿಷದಲ್ಲಿ ಮತ್ತೆ ಒತ್ತಿ.",
  },
});

/** What they are told there of one order, on its page. */
export const orderPushWords = catalogue({
  ask: {
    en: "Be told here when it is packed, on its way and there?",
    hi: "इसके पैक होने, रवाना होने और पहुँचने पर यहाँ बताएँ?",
    kn: "ಅದು ಪ್ಯಾಕ್ ಆದಾಗ, ಹೊರಟಾಗ ಮತ್ತು ತಲುಪಿದಾಗ ಇಲ್ಲಿ ತಿಳಿಸಬೇಕೇ?",
  },
  tells: {
    en: "This device tells you when it is packed, on its way and there, until you sign out.",
    hi: "इसके पैक होने, रवाना होने और पहुँचने पर यह डिवाइस आपको बताएगा, जब तक आप साइन आउट नहीं करते।",
    kn: "ಅದು ಪ್ಯಾಕ್ ಆದಾಗ, ಹೊರಟಾಗ ಮತ್ತು ತಲುಪಿದಾಗ ಈ ಸಾಧನ ನಿಮಗೆ ತಿಳಿಸುತ್ತದೆ, ನೀವು ಸೈನ್ ಔಟ್ ಆಗುವವರೆಗೆ.",
  },
});

/** What whoever keeps a shop is asked and told on its page. */
export const shopPushWords = catalogue({
  ask: {
    en: "Be told here of new and cancelled orders, and of what sells out?",
    hi: "नए और रद्द हुए ऑर्डर, और क्या ख़त्म हो गया, यह यहाँ बताएँ?",
    kn: "ಹೊಸ ಮತ್ತು ರದ್ದಾದ ಆರ್ಡರ್‌ಗಳು, ಮತ್ತು ಏನು ಖಾಲಿಯಾಯಿತು ಎಂದು ಇಲ್ಲಿ ತಿಳಿಸಬೇಕೇ?",
  },
  tells: {
    en: "This device tells you of new and cancelled orders, and of what sells out, until you sign out.",
    hi: "यह डिवाइस आपको नए और रद्द हुए ऑर्डर, और क्या ख़त्म हो गया, बताएगा, जब तक आप साइन आउट नहीं करते।",
    kn: "ಹೊಸ ಮತ್ತು ರದ್ದಾದ ಆರ್ಡರ್‌ಗಳು, ಮತ್ತು ಏನು ಖಾಲಿಯಾಯಿತು ಎಂದು ಈ ಸಾಧನ ನಿಮಗೆ ತಿಳಿಸುತ್ತದೆ, ನೀವು ಸೈನ್ ಔಟ್ ಆಗುವವರೆಗೆ.",
  },
});

/** The same of all their orders, in the account. */
export const accountPushWords = catalogue({
  ask: {
    en: "Be told here when your orders move on?",
    hi: "आपके ऑर्डर आगे बढ़ने पर यहाँ बताएँ?",
    kn: "ನಿಮ್ಮ ಆರ್ಡರ್‌ಗಳು ಮುಂದುವರಿದಾಗ ಇಲ್ಲಿ ತಿಳಿಸಬೇಕೇ?",
  },
  tells: {
    en: "This device tells you when your orders move on, until you sign out.",
    hi: "आपके ऑर्डर आगे बढ़ने पर यह डिवाइस आपको बताएगा, जब तक आप साइन आउट नहीं करते।",
    kn: "ನಿಮ್ಮ ಆರ್ಡರ್‌ಗಳು ಮುಂದುವರಿದಾಗ ಈ ಸಾಧನ ನಿಮಗೆ ತಿಳಿಸುತ್ತದೆ, ನೀವು ಸೈನ್ ಔಟ್ ಆಗುವವರೆಗೆ.",
  },
});
