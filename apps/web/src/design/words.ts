import { catalogue } from "@org/stores/mohallamart/words/catalogue";

/** What stands around every page of MohallaMart. */
export const frameWords = catalogue({
  language: { en: "Language", hi: "भाषा", kn: "ಭಾಷೆ" },
  skip: { en: "Skip to the content", hi: "सीधे सामग्री पर जाएँ", kn: "ನೇರವಾಗಿ ವಿಷಯಕ್ಕೆ ಹೋಗಿ" },
  tagline: {
    en: "Your lane’s shops, delivered",
    hi: "आपकी गली की दुकानें, आपके घर तक",
    kn: "ನಿಮ್ಮ ಬೀದಿಯ ಅಂಗಡಿಗಳು, ನಿಮ್ಮ ಮನೆಗೆ",
  },
  payOnlineOrCash: {
    en: "Pay online, or in cash when it arrives. Each shop delivers its own orders.",
    hi: "ऑनलाइन भुगतान करें, या सामान मिलने पर नकद दें। हर दुकान अपने ऑर्डर खुद पहुँचाती है।",
    kn: "ಆನ್‌ಲೈನ್‌ನಲ್ಲಿ ಪಾವತಿಸಿ, ಅಥವಾ ತಲುಪಿದಾಗ ನಗದು ನೀಡಿ. ಪ್ರತಿ ಅಂಗಡಿ ತನ್ನ ಆರ್ಡರ್‌ಗಳನ್ನು ತಾನೇ ತಲುಪಿಸುತ್ತದೆ.",
  },
  payCash: {
    en: "Pay in cash when it arrives. Each shop delivers its own orders.",
    hi: "सामान मिलने पर नकद भुगतान करें। हर दुकान अपने ऑर्डर खुद पहुँचाती है।",
    kn: "ತಲುಪಿದಾಗ ನಗದು ಪಾವತಿಸಿ. ಪ್ರತಿ ಅಂಗಡಿ ತನ್ನ ಆರ್ಡರ್‌ಗಳನ್ನು ತಾನೇ ತಲುಪಿಸುತ್ತದೆ.",
  },
  openShop: { en: "Open a shop", hi: "दुकान खोलें", kn: "ಅಂಗಡಿ ತೆರೆಯಿರಿ" },
  tenOcean: {
    en: "Living at 10 Ocean? The tenant portal",
    hi: "10 Ocean में रहते हैं? किरायेदार पोर्टल",
    kn: "10 Ocean ನಲ್ಲಿ ವಾಸವೇ? ಬಾಡಿಗೆದಾರರ ಪೋರ್ಟಲ್",
  },
  signIn: { en: "Sign in", hi: "साइन इन करें", kn: "ಸೈನ್ ಇನ್ ಆಗಿ" },
  signOut: { en: "Sign out", hi: "साइन आउट करें", kn: "ಸೈನ್ ಔಟ್ ಆಗಿ" },
  cart: { en: "Cart", hi: "कार्ट", kn: "ಕಾರ್ಟ್" },
  inCart: {
    en: { one: "item in your cart", other: "items in your cart" },
    hi: { one: "चीज़ आपके कार्ट में", other: "चीज़ें आपके कार्ट में" },
    kn: { one: "ವಸ್ತು ನಿಮ್ಮ ಕಾರ್ಟ್‌ನಲ್ಲಿದೆ", other: "ವಸ್ತುಗಳು ನಿಮ್ಮ ಕಾರ್ಟ್‌ನಲ್ಲಿವೆ" },
  },
  unread: {
    en: { one: "{count} unread notification", other: "{count} unread notifications" },
    hi: { one: "{count} बिना पढ़ी सूचना", other: "{count} बिना पढ़ी सूचनाएँ" },
    kn: { one: "ಓದದ {count} ಸೂಚನೆ", other: "ಓದದ {count} ಸೂಚನೆಗಳು" },
  },
  customer: { en: "Customer", hi: "ग्राहक", kn: "ಗ್ರಾಹಕರು" },
  shopkeeper: { en: "Shopkeeper", hi: "दुकानदार", kn: "ಅಂಗಡಿಯವರು" },
  account: { en: "My account", hi: "मेरा खाता", kn: "ನನ್ನ ಖಾತೆ" },
  orders: { en: "Your orders", hi: "आपके ऑर्डर", kn: "ನಿಮ್ಮ ಆರ್ಡರ್‌ಗಳು" },
  watched: { en: "Products you watch", hi: "जिन चीज़ों पर आपकी नज़र है", kn: "ನೀವು ಗಮನಿಸುತ್ತಿರುವ ವಸ್ತುಗಳು" },
  notifications: { en: "Notifications", hi: "सूचनाएँ", kn: "ಸೂಚನೆಗಳು" },
  myShop: { en: "My shop", hi: "मेरी दुकान", kn: "ನನ್ನ ಅಂಗಡಿ" },
  security: { en: "Sign-in and security", hi: "साइन-इन और सुरक्षा", kn: "ಸೈನ್-ಇನ್ ಮತ್ತು ಸುರಕ್ಷತೆ" },
});
