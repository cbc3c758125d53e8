import { catalogue } from "@org/stores/mohallamart/words/catalogue";

/** What a customer was told. */
export const notificationWords = catalogue({
  title: { en: "Notifications", hi: "सूचनाएँ", kn: "ಸೂಚನೆಗಳು" },
  fresh: { en: "New", hi: "नई", kn: "ಹೊಸದು" },
  markRead: { en: "Mark as read", hi: "पढ़ा हुआ करें", kn: "ಓದಲಾಗಿದೆ ಎಂದು ಗುರುತಿಸಿ" },
  markReadNamed: {
    en: "Mark as read: {title}",
    hi: "पढ़ा हुआ करें: {title}",
    kn: "ಓದಲಾಗಿದೆ ಎಂದು ಗುರುತಿಸಿ: {title}",
  },
  markAll: { en: "Mark all as read", hi: "सब को पढ़ा हुआ करें", kn: "ಎಲ್ಲವನ್ನೂ ಓದಲಾಗಿದೆ ಎಂದು ಗುರುತಿಸಿ" },
  none: {
    en: "Nothing yet. What we tell you about your orders and the products you watch is kept here.",
    hi: "अभी कुछ नहीं। आपके ऑर्डर और जिन चीज़ों पर आपकी नज़र है उनके बारे में हम जो बताते हैं वह यहाँ रहता है।",
    kn: "ಇನ್ನೂ ಏನೂ ಇಲ್ಲ. ನಿಮ್ಮ ಆರ್ಡರ್‌ಗಳು ಮತ್ತು ನೀವು ಗಮನಿಸುವ ವಸ್ತುಗಳ ಬಗ್ಗೆ ನಾವು ತಿಳಿಸುವುದು ಇಲ್ಲಿ ಇರುತ್ತದೆ.",
  },
});
