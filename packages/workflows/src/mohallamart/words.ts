import { catalogue } from "@org/stores/mohallamart/words/catalogue";

/** What emails of several domains say. */
export const commonWords = catalogue({
  stopEmails: {
    en: "Stop these emails, or choose what you get",
    hi: "ये ईमेल बंद करें, या चुनें कि आपको क्या मिले",
    kn: "ಈ ಇಮೇಲ್‌ಗಳನ್ನು ನಿಲ್ಲಿಸಿ, ಅಥವಾ ಏನು ಬರಬೇಕೆಂದು ಆಯ್ಕೆಮಾಡಿ",
  },
  dear: { en: "Dear {name},", hi: "प्रिय {name},", kn: "ಪ್ರಿಯ {name}," },
  whyKeeper: {
    en: "You get this email because you keep a shop at {brand}.",
    hi: "आपको यह ईमेल इसलिए मिला है क्योंकि {brand} पर आपकी दुकान है।",
    kn: "{brand} ನಲ್ಲಿ ನಿಮ್ಮ ಅಂಗಡಿ ಇರುವುದರಿಂದ ಈ ಇಮೇಲ್ ನಿಮಗೆ ಬಂದಿದೆ.",
  },
  seeOrder: { en: "See order {order}", hi: "ऑर्डर {order} देखें", kn: "ಆರ್ಡರ್ {order} ನೋಡಿ" },
});
