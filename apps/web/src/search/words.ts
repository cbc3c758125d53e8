import { catalogue } from "@org/stores/mohallamart/words/catalogue";

/** The page on which customers search. */
export const searchWords = catalogue({
  page: { en: "Search", hi: "खोज", kn: "ಹುಡುಕಾಟ" },
  pageOf: { en: "“{text}”, search", hi: "“{text}”, खोज", kn: "“{text}”, ಹುಡುಕಾಟ" },
  everything: {
    en: "Everything in your lane",
    hi: "आपकी गली की हर चीज़",
    kn: "ನಿಮ್ಮ ಬೀದಿಯಲ್ಲಿರುವ ಎಲ್ಲವೂ",
  },
  found: { en: "“{text}” in your lane", hi: "आपकी गली में “{text}”", kn: "ನಿಮ್ಮ ಬೀದಿಯಲ್ಲಿ “{text}”" },
  down: {
    en: "The search does not answer at the moment. Here is everything that the shops have.",
    hi: "खोज अभी काम नहीं कर रही है। दुकानों में जो कुछ है, वह सब यहाँ है।",
    kn: "ಹುಡುಕಾಟ ಸದ್ಯಕ್ಕೆ ಕೆಲಸ ಮಾಡುತ್ತಿಲ್ಲ. ಅಂಗಡಿಗಳಲ್ಲಿರುವ ಎಲ್ಲವೂ ಇಲ್ಲಿದೆ.",
  },
  category: { en: "Category", hi: "श्रेणी", kn: "ವರ್ಗ" },
  shop: { en: "Shop", hi: "दुकान", kn: "ಅಂಗಡಿ" },
  all: { en: "All", hi: "सभी", kn: "ಎಲ್ಲಾ" },
  order: { en: "Order", hi: "क्रम", kn: "ಕ್ರಮ" },
  relevance: { en: "Best match", hi: "सबसे मिलते-जुलते", kn: "ಹೆಚ್ಚು ಹೊಂದುವುದು" },
  cheapest: { en: "Lowest price first", hi: "कम दाम पहले", kn: "ಕಡಿಮೆ ಬೆಲೆ ಮೊದಲು" },
  dearest: { en: "Highest price first", hi: "ज़्यादा दाम पहले", kn: "ಹೆಚ್ಚು ಬೆಲೆ ಮೊದಲು" },
  nothing: {
    en: "Nothing found. Try another word.",
    hi: "कुछ नहीं मिला। कोई दूसरा शब्द लिखकर देखें।",
    kn: "ಏನೂ ಸಿಗಲಿಲ್ಲ. ಬೇರೊಂದು ಪದ ಪ್ರಯತ್ನಿಸಿ.",
  },
  number: {
    en: { one: "{count} product found", other: "{count} products found" },
    hi: { one: "{count} सामान मिला", other: "{count} सामान मिले" },
    kn: { one: "{count} ವಸ್ತು ಸಿಕ್ಕಿದೆ", other: "{count} ವಸ್ತುಗಳು ಸಿಕ್ಕಿವೆ" },
  },
  pages: { en: "Pages", hi: "पेज", kn: "ಪುಟಗಳು" },
  pageNumber: { en: "Page {page} of {pages}", hi: "पेज {page}, कुल {pages}", kn: "ಪುಟ {page}, ಒಟ್ಟು {pages}" },
  previous: { en: "Previous", hi: "पिछला", kn: "ಹಿಂದಿನದು" },
  next: { en: "Next", hi: "अगला", kn: "ಮುಂದಿನದು" },
});
