import { catalogue } from "@org/stores/mohallamart/words/catalogue";

/** The shops, their products and the search. */
export const storefrontWords = catalogue({
  title: {
    en: "What do you need from the lane today?",
    hi: "आज गली से आपको क्या चाहिए?",
    kn: "ಇಂದು ಬೀದಿಯಿಂದ ನಿಮಗೆ ಏನು ಬೇಕು?",
  },
  shops: {
    en: { one: "{count} shop", other: "{count} shops" },
    hi: { one: "{count} दुकान", other: "{count} दुकानें" },
    kn: { one: "{count} ಅಂಗಡಿ", other: "{count} ಅಂಗಡಿಗಳು" },
  },
  products: {
    en: { one: "{count} product", other: "{count} products" },
    hi: { one: "{count} सामान", other: "{count} सामान" },
    kn: { one: "{count} ವಸ್ತು", other: "{count} ವಸ್ತುಗಳು" },
  },
  lead: {
    en: "{shops} around the corner, {products} on the shelf.",
    hi: "पास में {shops}, उपलब्ध {products}।",
    kn: "ಹತ್ತಿರದಲ್ಲೇ {shops}, ಲಭ್ಯವಿರುವ {products}.",
  },
  noShop: {
    en: "No shop has opened here yet. Come back soon.",
    hi: "यहाँ अभी कोई दुकान नहीं खुली है। जल्द फिर आइए।",
    kn: "ಇಲ್ಲಿ ಇನ್ನೂ ಯಾವ ಅಂಗಡಿಯೂ ತೆರೆದಿಲ್ಲ. ಶೀಘ್ರದಲ್ಲೇ ಮತ್ತೆ ಬನ್ನಿ.",
  },
  opening: {
    en: "Just opened, and filling the shelves: {shops}.",
    hi: "अभी-अभी खुलीं, और सामान लगा रही हैं: {shops}।",
    kn: "ಈಗಷ್ಟೇ ತೆರೆದು, ವಸ್ತುಗಳನ್ನು ಜೋಡಿಸುತ್ತಿವೆ: {shops}.",
  },
  allShops: { en: "All shops", hi: "सभी दुकानें", kn: "ಎಲ್ಲಾ ಅಂಗಡಿಗಳು" },
  noSuchShop: { en: "There is no such shop here", hi: "यहाँ ऐसी कोई दुकान नहीं है", kn: "ಇಲ್ಲಿ ಅಂತಹ ಅಂಗಡಿ ಇಲ್ಲ" },
  shopMayHaveClosed: {
    en: "It may have closed, or the address has a mistake in it.",
    hi: "हो सकता है वह बंद हो गई हो, या पते में कोई गलती हो।",
    kn: "ಅದು ಮುಚ್ಚಿರಬಹುದು, ಅಥವಾ ವಿಳಾಸದಲ್ಲಿ ತಪ್ಪಿರಬಹುದು.",
  },
  noSuchProduct: {
    en: "This product is not sold here",
    hi: "यह सामान यहाँ नहीं बिकता",
    kn: "ಈ ವಸ್ತುವನ್ನು ಇಲ್ಲಿ ಮಾರುವುದಿಲ್ಲ",
  },
  productMayBeGone: {
    en: "The shop may have closed, or the address has a mistake in it.",
    hi: "हो सकता है दुकान बंद हो गई हो, या पते में कोई गलती हो।",
    kn: "ಅಂಗಡಿ ಮುಚ್ಚಿರಬಹುದು, ಅಥವಾ ವಿಳಾಸದಲ್ಲಿ ತಪ್ಪಿರಬಹುದು.",
  },
  seeEverything: {
    en: "See everything in your lane",
    hi: "अपनी गली की हर चीज़ देखें",
    kn: "ನಿಮ್ಮ ಬೀದಿಯಲ್ಲಿರುವ ಎಲ್ಲವನ್ನೂ ನೋಡಿ",
  },
  soldOut: { en: "Sold out", hi: "स्टॉक खत्म", kn: "ಸ್ಟಾಕ್ ಮುಗಿದಿದೆ" },
  onlyLeft: { en: "Only {number} left", hi: "केवल {number} बचे हैं", kn: "{number} ಮಾತ್ರ ಉಳಿದಿವೆ" },
  inStock: { en: "In stock", hi: "उपलब्ध है", kn: "ಲಭ್ಯವಿದೆ" },
  moreFrom: { en: "More from {shop}", hi: "{shop} से और", kn: "{shop} ಅಂಗಡಿಯಿಂದ ಇನ್ನಷ್ಟು" },
  categoriesOf: { en: "Categories of {shop}", hi: "{shop} की श्रेणियाँ", kn: "{shop} ಅಂಗಡಿಯ ವರ್ಗಗಳು" },
  at: { en: "{category} at {shop}", hi: "{category}, {shop} से", kn: "{category}, {shop} ಅಂಗಡಿಯಿಂದ" },
  forUnit: { en: "for {unit}", hi: "{unit} के लिए", kn: "{unit} ಗೆ" },
  watchSignIn: {
    en: "Sign in to watch this product",
    hi: "इस सामान पर नज़र रखने के लिए साइन इन करें",
    kn: "ಈ ವಸ್ತುವನ್ನು ಗಮನಿಸಲು ಸೈನ್ ಇನ್ ಆಗಿ",
  },
  watch: { en: "Watch this product", hi: "इस सामान पर नज़र रखें", kn: "ಈ ವಸ್ತುವನ್ನು ಗಮನಿಸಿ" },
  stopWatching: {
    en: "Stop watching this product",
    hi: "इस सामान पर नज़र रखना बंद करें",
    kn: "ಈ ವಸ್ತುವನ್ನು ಗಮನಿಸುವುದನ್ನು ನಿಲ್ಲಿಸಿ",
  },
  youHear: {
    en: "You hear from us when it costs less, sells out or is back in stock.",
    hi: "दाम घटने, स्टॉक खत्म होने या फिर से आने पर हम आपको बताएँगे।",
    kn: "ಬೆಲೆ ಇಳಿದಾಗ, ಸ್ಟಾಕ್ ಮುಗಿದಾಗ ಅಥವಾ ಮತ್ತೆ ಬಂದಾಗ ನಿಮಗೆ ತಿಳಿಸುತ್ತೇವೆ.",
  },
  hear: {
    en: "Hear from us when it costs less, sells out or is back in stock.",
    hi: "दाम घटने, स्टॉक खत्म होने या फिर से आने पर हमसे जानकारी पाएँ।",
    kn: "ಬೆಲೆ ಇಳಿದಾಗ, ಸ್ಟಾಕ್ ಮುಗಿದಾಗ ಅಥವಾ ಮತ್ತೆ ಬಂದಾಗ ನಮ್ಮಿಂದ ತಿಳಿಯಿರಿ.",
  },
  lookingFor: {
    en: "What are you looking for?",
    hi: "आप क्या ढूँढ रहे हैं?",
    kn: "ನೀವು ಏನನ್ನು ಹುಡುಕುತ್ತಿದ್ದೀರಿ?",
  },
  such: { en: "Rice, tomatoes, ghee…", hi: "चावल, टमाटर, घी…", kn: "ಅಕ್ಕಿ, ಟೊಮೆಟೊ, ತುಪ್ಪ…" },
  search: { en: "Search", hi: "खोजें", kn: "ಹುಡುಕಿ" },
});
