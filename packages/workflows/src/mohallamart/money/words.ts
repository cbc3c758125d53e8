import { catalogue } from "@org/stores/mohallamart/words/catalogue";

/** What customers are told of their money. */
export const moneyWords = catalogue({
  subject: { en: "{title}: order {order}", hi: "{title}: ऑर्डर {order}", kn: "{title}: ಆರ್ಡರ್ {order}" },
  whyPaid: {
    en: "You get this email because you paid order {order} at {brand}.",
    hi: "आपको यह ईमेल इसलिए मिला है क्योंकि आपने {brand} पर ऑर्डर {order} का भुगतान किया था।",
    kn: "ನೀವು {brand} ನಲ್ಲಿ ಆರ್ಡರ್ {order} ಗಾಗಿ ಪಾವತಿಸಿರುವುದರಿಂದ ಈ ಇಮೇಲ್ ನಿಮಗೆ ಬಂದಿದೆ.",
  },
  about: {
    en: "Dear {name}, this is about your order {order} from {shop}.",
    hi: "प्रिय {name}, यह {shop} से आपके ऑर्डर {order} के बारे में है।",
    kn: "ಪ್ರಿಯ {name}, ಇದು {shop} ಅಂಗಡಿಯ ನಿಮ್ಮ ಆರ್ಡರ್ {order} ಕುರಿತು.",
  },
  "refund-processed-title": {
    en: "Your money is back",
    hi: "आपके पैसे वापस आ गए हैं",
    kn: "ನಿಮ್ಮ ಹಣ ಮರಳಿ ಬಂದಿದೆ",
  },
  "refund-processed": {
    en: "{amount} went back the way you paid, and your bank has it.",
    hi: "{amount} उसी माध्यम से लौटा दिए गए हैं जिससे आपने भुगतान किया था, और वे आपके बैंक को मिल गए हैं।",
    kn: "ನೀವು ಪಾವತಿಸಿದ ವಿಧಾನದಲ್ಲೇ {amount} ಹಿಂತಿರುಗಿಸಲಾಗಿದ್ದು, ಅದು ನಿಮ್ಮ ಬ್ಯಾಂಕ್‌ಗೆ ತಲುಪಿದೆ.",
  },
  "refund-failed-title": {
    en: "Your bank did not take your refund",
    hi: "आपके बैंक ने रिफ़ंड नहीं लिया",
    kn: "ನಿಮ್ಮ ಬ್ಯಾಂಕ್ ಮರುಪಾವತಿಯನ್ನು ಸ್ವೀಕರಿಸಲಿಲ್ಲ",
  },
  "refund-failed": {
    en: "We sent {amount} back the way you paid, and your bank did not take it. It is still yours: whoever looks after payments here has been told, and gives it back in another way.",
    hi: "हमने {amount} उसी माध्यम से लौटाए जिससे आपने भुगतान किया था, पर आपके बैंक ने उन्हें नहीं लिया। ये पैसे अब भी आपके हैं: हमारे यहाँ भुगतान देखने वालों को बता दिया गया है, और वे इन्हें दूसरे तरीके से लौटाएँगे।",
    kn: "ನೀವು ಪಾವತಿಸಿದ ವಿಧಾನದಲ್ಲೇ {amount} ಹಿಂತಿರುಗಿಸಿದೆವು, ಆದರೆ ನಿಮ್ಮ ಬ್ಯಾಂಕ್ ಅದನ್ನು ಸ್ವೀಕರಿಸಲಿಲ್ಲ. ಆ ಹಣ ಈಗಲೂ ನಿಮ್ಮದೇ: ಇಲ್ಲಿ ಪಾವತಿಗಳನ್ನು ನೋಡಿಕೊಳ್ಳುವವರಿಗೆ ತಿಳಿಸಲಾಗಿದ್ದು, ಅವರು ಅದನ್ನು ಬೇರೆ ರೀತಿಯಲ್ಲಿ ಹಿಂತಿರುಗಿಸುತ್ತಾರೆ.",
  },
  "dispute-open-title": {
    en: "Your bank asks about a payment of yours",
    hi: "आपका बैंक आपके एक भुगतान के बारे में पूछ रहा है",
    kn: "ನಿಮ್ಮ ಬ್ಯಾಂಕ್ ನಿಮ್ಮ ಒಂದು ಪಾವತಿಯ ಬಗ್ಗೆ ಕೇಳುತ್ತಿದೆ",
  },
  "dispute-open": {
    en: "Your bank questions a payment of {amount}. If you asked it to, there is nothing to do. If not, please tell your bank that you made the payment.",
    hi: "आपके बैंक ने {amount} के एक भुगतान पर सवाल उठाया है। अगर आपने ऐसा करने को कहा था, तो कुछ करने की ज़रूरत नहीं है। अगर नहीं, तो कृपया अपने बैंक को बताएँ कि यह भुगतान आपने किया था।",
    kn: "ನಿಮ್ಮ ಬ್ಯಾಂಕ್ {amount} ಪಾವತಿಯನ್ನು ಪ್ರಶ್ನಿಸಿದೆ. ಹಾಗೆ ಮಾಡಲು ನೀವೇ ಕೇಳಿದ್ದರೆ, ಏನೂ ಮಾಡಬೇಕಾಗಿಲ್ಲ. ಇಲ್ಲದಿದ್ದರೆ, ಆ ಪಾವತಿಯನ್ನು ನೀವೇ ಮಾಡಿದ್ದೀರಿ ಎಂದು ದಯವಿಟ್ಟು ನಿಮ್ಮ ಬ್ಯಾಂಕ್‌ಗೆ ತಿಳಿಸಿ.",
  },
  "dispute-won-title": {
    en: "Your bank has decided about your payment",
    hi: "आपके बैंक ने आपके भुगतान पर फ़ैसला कर लिया है",
    kn: "ನಿಮ್ಮ ಬ್ಯಾಂಕ್ ನಿಮ್ಮ ಪಾವತಿಯ ಬಗ್ಗೆ ನಿರ್ಧರಿಸಿದೆ",
  },
  "dispute-won": {
    en: "Your bank looked at the payment of {amount}, and it stands.",
    hi: "आपके बैंक ने {amount} के भुगतान की जाँच की, और वह सही माना गया है।",
    kn: "ನಿಮ್ಮ ಬ್ಯಾಂಕ್ {amount} ಪಾವತಿಯನ್ನು ಪರಿಶೀಲಿಸಿದ್ದು, ಅದು ಹಾಗೆಯೇ ಉಳಿಯುತ್ತದೆ.",
  },
  "dispute-lost-title": {
    en: "Your bank has decided about your payment",
    hi: "आपके बैंक ने आपके भुगतान पर फ़ैसला कर लिया है",
    kn: "ನಿಮ್ಮ ಬ್ಯಾಂಕ್ ನಿಮ್ಮ ಪಾವತಿಯ ಬಗ್ಗೆ ನಿರ್ಧರಿಸಿದೆ",
  },
  "dispute-lost": {
    en: "Your bank looked at the payment of {amount}, and gives it back to you.",
    hi: "आपके बैंक ने {amount} के भुगतान की जाँच की, और वह राशि आपको लौटा रहा है।",
    kn: "ನಿಮ್ಮ ಬ್ಯಾಂಕ್ {amount} ಪಾವತಿಯನ್ನು ಪರಿಶೀಲಿಸಿದ್ದು, ಅದನ್ನು ನಿಮಗೆ ಹಿಂತಿರುಗಿಸುತ್ತಿದೆ.",
  },
  "dispute-closed-title": {
    en: "Your bank has closed its question about your payment",
    hi: "आपके बैंक ने आपके भुगतान पर उठाया सवाल बंद कर दिया है",
    kn: "ನಿಮ್ಮ ಬ್ಯಾಂಕ್ ನಿಮ್ಮ ಪಾವತಿಯ ಬಗೆಗಿನ ಪ್ರಶ್ನೆಯನ್ನು ಮುಕ್ತಾಯಗೊಳಿಸಿದೆ",
  },
  "dispute-closed": {
    en: "It was about a payment of {amount}. There is nothing that you have to do.",
    hi: "यह {amount} के भुगतान के बारे में था। आपको कुछ करने की ज़रूरत नहीं है।",
    kn: "ಅದು {amount} ಪಾವತಿಯ ಕುರಿತಾಗಿತ್ತು. ನೀವು ಏನೂ ಮಾಡಬೇಕಾಗಿಲ್ಲ.",
  },
  releasedTitle: {
    en: "Your payment goes back to you",
    hi: "आपका भुगतान आपको लौटाया जा रहा है",
    kn: "ನಿಮ್ಮ ಪಾವತಿ ನಿಮಗೆ ಹಿಂತಿರುಗುತ್ತಿದೆ",
  },
  whyReleased: {
    en: "You get this email because you paid for order {order} at {brand}.",
    hi: "आपको यह ईमेल इसलिए मिला है क्योंकि आपने {brand} पर ऑर्डर {order} के लिए भुगतान किया था।",
    kn: "ನೀವು {brand} ನಲ್ಲಿ ಆರ್ಡರ್ {order} ಗಾಗಿ ಹಣ ನೀಡಿರುವುದರಿಂದ ಈ ಇಮೇಲ್ ನಿಮಗೆ ಬಂದಿದೆ.",
  },
  released: {
    en: "Dear {name}, you paid {amount} for order {order} from {shop}, and this payment pays for no order.",
    hi: "प्रिय {name}, आपने {shop} के ऑर्डर {order} के लिए {amount} का भुगतान किया, पर इस भुगतान से कोई ऑर्डर नहीं हुआ।",
    kn: "ಪ್ರಿಯ {name}, ನೀವು {shop} ಅಂಗಡಿಯ ಆರ್ಡರ್ {order} ಗಾಗಿ {amount} ಪಾವತಿಸಿದ್ದೀರಿ, ಆದರೆ ಈ ಪಾವತಿಯಿಂದ ಯಾವ ಆರ್ಡರ್ ಆಗಿಲ್ಲ.",
  },
  comesBack: {
    en: "Your {amount} go back the way they came without your doing anything; that can take seven days. We keep none of it.",
    hi: "आपके {amount} बिना आपके कुछ किए उसी रास्ते से लौट जाएँगे; इसमें सात दिन लग सकते हैं। हम इसमें से कुछ नहीं रखते।",
    kn: "ನೀವು ಏನೂ ಮಾಡದೆಯೇ ನಿಮ್ಮ {amount} ಬಂದ ದಾರಿಯಲ್ಲೇ ಹಿಂತಿರುಗುತ್ತದೆ; ಅದಕ್ಕೆ ಏಳು ದಿನಗಳು ಬೇಕಾಗಬಹುದು. ಅದರಲ್ಲಿ ನಾವು ಏನನ್ನೂ ಇಟ್ಟುಕೊಳ್ಳುವುದಿಲ್ಲ.",
  },
  seeCart: { en: "See your cart", hi: "अपना कार्ट देखें", kn: "ನಿಮ್ಮ ಕಾರ್ಟ್ ನೋಡಿ" },
});
