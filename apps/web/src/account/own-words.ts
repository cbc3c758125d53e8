import { catalogue } from "@org/stores/mohallamart/words/catalogue";

/** What a customer finds in the account: orders, watched products, addresses. */
export const ownWords = catalogue({
  orders: { en: "Your orders", hi: "आपके ऑर्डर", kn: "ನಿಮ್ಮ ಆರ್ಡರ್‌ಗಳು" },
  watched: { en: "Products you watch", hi: "जिन चीज़ों पर आपकी नज़र है", kn: "ನೀವು ಗಮನಿಸುತ್ತಿರುವ ವಸ್ತುಗಳು" },
  addresses: { en: "Your addresses", hi: "आपके पते", kn: "ನಿಮ್ಮ ವಿಳಾಸಗಳು" },
  noOrders: {
    en: "You have not ordered anything yet.",
    hi: "आपने अभी तक कुछ ऑर्डर नहीं किया है।",
    kn: "ನೀವು ಇನ್ನೂ ಏನನ್ನೂ ಆರ್ಡರ್ ಮಾಡಿಲ್ಲ.",
  },
  noMoreOrders: {
    en: "There are no older orders.",
    hi: "इससे पुराने ऑर्डर नहीं हैं।",
    kn: "ಇದಕ್ಕಿಂತ ಹಳೆಯ ಆರ್ಡರ್‌ಗಳಿಲ್ಲ.",
  },
  older: { en: "Older orders", hi: "पुराने ऑर्डर", kn: "ಹಳೆಯ ಆರ್ಡರ್‌ಗಳು" },
  toShops: { en: "Go to the shops", hi: "दुकानों पर जाएँ", kn: "ಅಂಗಡಿಗಳಿಗೆ ಹೋಗಿ" },
  items: {
    en: { one: "{count} item", other: "{count} items" },
    hi: { one: "{count} चीज़", other: "{count} चीज़ें" },
    kn: { one: "{count} ವಸ್ತು", other: "{count} ವಸ್ತುಗಳು" },
  },
  noneWatched: {
    en: "You watch no product. On a product’s page you can ask to hear when it costs less or is back in stock.",
    hi: "आप किसी चीज़ पर नज़र नहीं रख रहे। किसी सामान के पेज पर आप कह सकते हैं कि दाम घटने या फिर से आने पर आपको बताया जाए।",
    kn: "ನೀವು ಯಾವ ವಸ್ತುವನ್ನೂ ಗಮನಿಸುತ್ತಿಲ್ಲ. ವಸ್ತುವಿನ ಪುಟದಲ್ಲಿ, ಅದರ ಬೆಲೆ ಇಳಿದಾಗ ಅಥವಾ ಮತ್ತೆ ಬಂದಾಗ ತಿಳಿಸಲು ಕೇಳಬಹುದು.",
  },
  stop: { en: "Stop watching", hi: "नज़र रखना बंद करें", kn: "ಗಮನಿಸುವುದನ್ನು ನಿಲ್ಲಿಸಿ" },
  stopNamed: {
    en: "Stop watching {product}",
    hi: "{product} पर नज़र रखना बंद करें",
    kn: "{product} ಗಮನಿಸುವುದನ್ನು ನಿಲ್ಲಿಸಿ",
  },
  addressesAbout: {
    en: "They are offered when you check out. Orders that are placed keep theirs.",
    hi: "ये ऑर्डर करते समय दिखाए जाते हैं। किए जा चुके ऑर्डर अपना पता रखते हैं।",
    kn: "ಆರ್ಡರ್ ಮಾಡುವಾಗ ಇವುಗಳನ್ನು ತೋರಿಸಲಾಗುತ್ತದೆ. ಈಗಾಗಲೇ ಮಾಡಿದ ಆರ್ಡರ್‌ಗಳು ತಮ್ಮ ವಿಳಾಸವನ್ನು ಉಳಿಸಿಕೊಳ್ಳುತ್ತವೆ.",
  },
  forget: { en: "Forget", hi: "हटाएँ", kn: "ತೆಗೆದುಹಾಕಿ" },
  forgetNamed: {
    en: "Forget the address {address}",
    hi: "पता हटाएँ: {address}",
    kn: "ವಿಳಾಸ ತೆಗೆದುಹಾಕಿ: {address}",
  },
});
