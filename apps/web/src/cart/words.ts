import { catalogue } from "@org/stores/mohallamart/words/catalogue";

/** What a cart holds, and how it is changed. */
export const cartWords = catalogue({
  title: { en: "Your cart", hi: "आपका कार्ट", kn: "ನಿಮ್ಮ ಕಾರ್ಟ್" },
  full: {
    en: "Your cart is full: it holds {number} different products.",
    hi: "आपका कार्ट भर गया है: इसमें {number} अलग-अलग सामान आ सकते हैं।",
    kn: "ನಿಮ್ಮ ಕಾರ್ಟ್ ತುಂಬಿದೆ: ಅದರಲ್ಲಿ {number} ಬೇರೆ ಬೇರೆ ವಸ್ತುಗಳು ಹಿಡಿಯುತ್ತವೆ.",
  },
  eachShop: {
    en: "Each shop delivers its own order, so you check out once for each shop.",
    hi: "हर दुकान अपना ऑर्डर खुद पहुँचाती है, इसलिए आप हर दुकान का ऑर्डर अलग से देते हैं।",
    kn: "ಪ್ರತಿ ಅಂಗಡಿ ತನ್ನ ಆರ್ಡರ್ ಅನ್ನು ತಾನೇ ತಲುಪಿಸುತ್ತದೆ, ಹಾಗಾಗಿ ಪ್ರತಿ ಅಂಗಡಿಗೆ ಪ್ರತ್ಯೇಕವಾಗಿ ಆರ್ಡರ್ ಮಾಡುತ್ತೀರಿ.",
  },
  empty: { en: "Nothing in it yet.", hi: "इसमें अभी कुछ नहीं है।", kn: "ಇದರಲ್ಲಿ ಇನ್ನೂ ಏನೂ ಇಲ್ಲ." },
  seeShops: {
    en: "See what the shops have",
    hi: "देखें कि दुकानों में क्या है",
    kn: "ಅಂಗಡಿಗಳಲ್ಲಿ ಏನಿದೆ ನೋಡಿ",
  },
  keepLooking: { en: "Keep looking around", hi: "और सामान देखें", kn: "ಇನ್ನಷ್ಟು ನೋಡಿ" },
  gone: {
    en: {
      one: "{count} product in your cart is no longer sold here.",
      other: "{count} products in your cart are no longer sold here.",
    },
    hi: {
      one: "आपके कार्ट का {count} सामान अब यहाँ नहीं मिलता।",
      other: "आपके कार्ट के {count} सामान अब यहाँ नहीं मिलते।",
    },
    kn: {
      one: "ನಿಮ್ಮ ಕಾರ್ಟ್‌ನ {count} ವಸ್ತು ಈಗ ಇಲ್ಲಿ ಸಿಗುವುದಿಲ್ಲ.",
      other: "ನಿಮ್ಮ ಕಾರ್ಟ್‌ನ {count} ವಸ್ತುಗಳು ಈಗ ಇಲ್ಲಿ ಸಿಗುವುದಿಲ್ಲ.",
    },
  },
  takeOut: { en: "Take out of the cart", hi: "कार्ट से हटाएँ", kn: "ಕಾರ್ಟ್‌ನಿಂದ ತೆಗೆಯಿರಿ" },
  total: { en: "Total", hi: "कुल", kn: "ಒಟ್ಟು" },
  blocked: {
    en: "Change what is marked above, then you can order.",
    hi: "ऊपर जो चिह्नित है उसे बदलें, फिर आप ऑर्डर कर सकते हैं।",
    kn: "ಮೇಲೆ ಗುರುತಿಸಿರುವುದನ್ನು ಬದಲಾಯಿಸಿ, ನಂತರ ಆರ್ಡರ್ ಮಾಡಬಹುದು.",
  },
  orderFrom: { en: "Order from {shop}", hi: "{shop} से ऑर्डर करें", kn: "{shop} ಅಂಗಡಿಯಿಂದ ಆರ್ಡರ್ ಮಾಡಿ" },
  priceFor: { en: "{price} for {unit}", hi: "{unit} के लिए {price}", kn: "{unit} ಗೆ {price}" },
  remove: { en: "Remove", hi: "हटाएँ", kn: "ತೆಗೆಯಿರಿ" },
  less: { en: "One {product} less", hi: "एक {product} कम", kn: "ಒಂದು {product} ಕಡಿಮೆ" },
  more: { en: "One {product} more", hi: "एक {product} और", kn: "ಇನ್ನೊಂದು {product}" },
  add: { en: "Add", hi: "जोड़ें", kn: "ಸೇರಿಸಿ" },
  addToCart: { en: "Add {product} to the cart", hi: "{product} कार्ट में जोड़ें", kn: "{product} ಕಾರ್ಟ್‌ಗೆ ಸೇರಿಸಿ" },
  inCart: { en: "in your cart", hi: "आपके कार्ट में", kn: "ನಿಮ್ಮ ಕಾರ್ಟ್‌ನಲ್ಲಿ" },
});
