import { catalogue } from "@org/stores/mohallamart/words/catalogue";

/** What those who watch a product, and those who sell it, are told of it. */
export const productWords = catalogue({
  whyWatching: {
    en: "You get this email because you watch this product at {brand}.",
    hi: "आपको यह ईमेल इसलिए मिला है क्योंकि आप {brand} पर इस सामान पर नज़र रख रहे हैं।",
    kn: "ನೀವು {brand} ನಲ್ಲಿ ಈ ವಸ್ತುವನ್ನು ಗಮನಿಸುತ್ತಿರುವುದರಿಂದ ಈ ಇಮೇಲ್ ನಿಮಗೆ ಬಂದಿದೆ.",
  },
  onePiece: { en: "(One piece is {unit}.)", hi: "(एक नग {unit} का है।)", kn: "(ಒಂದು ಎಂದರೆ {unit}.)" },
  seeProduct: { en: "See the product", hi: "सामान देखें", kn: "ವಸ್ತುವನ್ನು ನೋಡಿ" },
  cheaperTitle: { en: "{product} costs less", hi: "{product} का दाम घटा", kn: "{product} ಬೆಲೆ ಇಳಿದಿದೆ" },
  cheaper: {
    en: "{product} is now {price} instead of {previous}.",
    hi: "{product} का दाम अब {previous} की जगह {price} है।",
    kn: "{product} ಬೆಲೆ ಈಗ {previous} ಬದಲಿಗೆ {price}.",
  },
  backTitle: { en: "{product} is back", hi: "{product} फिर उपलब्ध", kn: "{product} ಮತ್ತೆ ಲಭ್ಯ" },
  back: {
    en: "{product} is in stock again, for {price}.",
    hi: "{product} फिर से {price} में उपलब्ध है।",
    kn: "{product} ಮತ್ತೆ {price} ಗೆ ಲಭ್ಯವಿದೆ.",
  },
  goneTitle: { en: "{product} is sold out", hi: "{product} स्टॉक में नहीं", kn: "{product} ಸ್ಟಾಕ್‌ನಲ್ಲಿ ಇಲ್ಲ" },
  gone: {
    en: "{product} is sold out. We tell you when it is back.",
    hi: "{product} अभी स्टॉक में नहीं है। वापस आने पर हम आपको बताएँगे।",
    kn: "{product} ಸದ್ಯ ಸ್ಟಾಕ್‌ನಲ್ಲಿ ಇಲ್ಲ. ಮತ್ತೆ ಬಂದಾಗ ನಿಮಗೆ ತಿಳಿಸುತ್ತೇವೆ.",
  },
  setStock: { en: "Set its stock", hi: "इसका स्टॉक भरें", kn: "ಅದರ ಸ್ಟಾಕ್ ನಮೂದಿಸಿ" },
  changeProduct: { en: "See it in your shop", hi: "इसे अपनी दुकान में देखें", kn: "ನಿಮ್ಮ ಅಂಗಡಿಯಲ್ಲಿ ನೋಡಿ" },
  shelfEmptySubject: { en: "Sold out: {product}", hi: "स्टॉक खत्म: {product}", kn: "ಸ್ಟಾಕ್ ಮುಗಿದಿದೆ: {product}" },
  shelfEmptyTitle: {
    en: "{product} is sold out",
    hi: "{product} का स्टॉक खत्म हो गया है",
    kn: "{product} ಸ್ಟಾಕ್ ಮುಗಿದಿದೆ",
  },
  shelfEmpty: {
    en: "{product} ({unit}) is sold out. Customers do not find it any more until you set its stock again.",
    hi: "{product} ({unit}) का स्टॉक खत्म हो गया है। जब तक आप स्टॉक फिर से नहीं डालते, ग्राहकों को यह नहीं दिखेगा।",
    kn: "{product} ({unit}) ಸ್ಟಾಕ್ ಮುಗಿದಿದೆ. ನೀವು ಮತ್ತೆ ಸ್ಟಾಕ್ ನಮೂದಿಸುವವರೆಗೆ ಗ್ರಾಹಕರಿಗೆ ಇದು ಕಾಣುವುದಿಲ್ಲ.",
  },
  shelfFilledSubject: {
    en: "Back in stock: {product}",
    hi: "फिर स्टॉक में: {product}",
    kn: "ಮತ್ತೆ ಸ್ಟಾಕ್‌ನಲ್ಲಿ: {product}",
  },
  shelfFilledTitle: {
    en: "{product} is back in stock",
    hi: "{product} फिर स्टॉक में है",
    kn: "{product} ಮತ್ತೆ ಸ್ಟಾಕ್‌ನಲ್ಲಿದೆ",
  },
  shelfFilledNews: {
    en: "Customers can order {product} ({unit}) again.",
    hi: "ग्राहक {product} ({unit}) फिर से ऑर्डर कर सकते हैं।",
    kn: "ಗ್ರಾಹಕರು {product} ({unit}) ಅನ್ನು ಮತ್ತೆ ಆರ್ಡರ್ ಮಾಡಬಹುದು.",
  },
  shelfFilled: {
    en: "{product} ({unit}) was sold out and can be ordered again. Customers find it in the search, and those who watch it are told.",
    hi: "{product} ({unit}) का स्टॉक खत्म था और अब यह फिर से ऑर्डर किया जा सकता है। ग्राहकों को यह खोज में मिलेगा, और इस पर नज़र रखने वालों को बताया जाएगा।",
    kn: "{product} ({unit}) ಸ್ಟಾಕ್ ಮುಗಿದಿತ್ತು, ಈಗ ಮತ್ತೆ ಆರ್ಡರ್ ಮಾಡಬಹುದು. ಗ್ರಾಹಕರಿಗೆ ಇದು ಹುಡುಕಾಟದಲ್ಲಿ ಸಿಗುತ್ತದೆ, ಗಮನಿಸುತ್ತಿರುವವರಿಗೆ ತಿಳಿಸಲಾಗುತ್ತದೆ.",
  },
});
