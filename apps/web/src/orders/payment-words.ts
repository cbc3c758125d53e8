import { catalogue } from "@org/stores/mohallamart/words/catalogue";

/** The way of an order's money. */
export const paymentWords = catalogue({
  taking: {
    en: "Taking your payment of {paid}",
    hi: "आपका {paid} का भुगतान लिया जा रहा है",
    kn: "ನಿಮ್ಮ {paid} ಪಾವತಿಯನ್ನು ಪಡೆಯಲಾಗುತ್ತಿದೆ",
  },
  paid: { en: "{paid} paid online", hi: "{paid} का ऑनलाइन भुगतान हुआ", kn: "{paid} ಆನ್‌ಲೈನ್‌ನಲ್ಲಿ ಪಾವತಿಯಾಗಿದೆ" },
  failed: { en: "Your payment failed", hi: "आपका भुगतान नहीं हो पाया", kn: "ನಿಮ್ಮ ಪಾವತಿ ವಿಫಲವಾಗಿದೆ" },
  onTheWay: {
    en: "Your {paid} are on their way back",
    hi: "आपके {paid} लौट रहे हैं",
    kn: "ನಿಮ್ಮ {paid} ಹಿಂತಿರುಗುತ್ತಿದೆ",
  },
  notTaken: {
    en: "Your bank did not take {paid} back",
    hi: "आपके बैंक ने {paid} वापस नहीं लिए",
    kn: "ನಿಮ್ಮ ಬ್ಯಾಂಕ್ {paid} ಮರಳಿ ಸ್ವೀಕರಿಸಲಿಲ್ಲ",
  },
  sentBack: {
    en: "{paid} sent back to you",
    hi: "{paid} आपको लौटा दिए गए",
    kn: "{paid} ನಿಮಗೆ ಹಿಂತಿರುಗಿಸಲಾಗಿದೆ",
  },
  wereNotTaken: { en: "Your {paid} were not taken", hi: "आपके {paid} नहीं लिए गए", kn: "ನಿಮ್ಮ {paid} ತೆಗೆದುಕೊಂಡಿಲ್ಲ" },
  sending: {
    en: "Sending your {paid} back",
    hi: "आपके {paid} लौटाए जा रहे हैं",
    kn: "ನಿಮ್ಮ {paid} ಹಿಂತಿರುಗಿಸಲಾಗುತ್ತಿದೆ",
  },
  released: {
    en: "What your bank had reserved is released by itself, mostly within a week.",
    hi: "बैंक ने जो राशि रोकी थी वह अपने आप छूट जाती है, ज़्यादातर एक हफ़्ते में।",
    kn: "ನಿಮ್ಮ ಬ್ಯಾಂಕ್ ತಡೆಹಿಡಿದ ಹಣ ತಾನಾಗಿಯೇ ಬಿಡುಗಡೆಯಾಗುತ್ತದೆ, ಸಾಮಾನ್ಯವಾಗಿ ಒಂದು ವಾರದಲ್ಲಿ.",
  },
  underWay: {
    en: "Banks take five to seven working days. We write to you when your bank has it.",
    hi: "बैंकों को पाँच से सात कामकाजी दिन लगते हैं। आपके बैंक को मिलने पर हम आपको लिखेंगे।",
    kn: "ಬ್ಯಾಂಕ್‌ಗಳಿಗೆ ಐದರಿಂದ ಏಳು ಕೆಲಸದ ದಿನಗಳು ಬೇಕು. ನಿಮ್ಮ ಬ್ಯಾಂಕ್‌ಗೆ ತಲುಪಿದಾಗ ನಿಮಗೆ ಬರೆಯುತ್ತೇವೆ.",
  },
  arrived: {
    en: "Your bank has it, and may take a day or two to show it.",
    hi: "यह आपके बैंक को मिल गया है, दिखने में एक-दो दिन लग सकते हैं।",
    kn: "ಅದು ನಿಮ್ಮ ಬ್ಯಾಂಕ್‌ಗೆ ತಲುಪಿದೆ, ತೋರಿಸಲು ಒಂದೆರಡು ದಿನ ಬೇಕಾಗಬಹುದು.",
  },
  stillYours: {
    en: "It is still yours. Whoever looks after payments was told, and gives it back in another way.",
    hi: "यह अब भी आपका है। भुगतान देखने वालों को बता दिया गया है, और वे इसे दूसरे तरीके से लौटाएँगे।",
    kn: "ಅದು ಈಗಲೂ ನಿಮ್ಮದೇ. ಪಾವತಿಗಳನ್ನು ನೋಡಿಕೊಳ್ಳುವವರಿಗೆ ತಿಳಿಸಲಾಗಿದ್ದು, ಬೇರೆ ರೀತಿಯಲ್ಲಿ ಹಿಂತಿರುಗಿಸುತ್ತಾರೆ.",
  },
  "dispute-open": {
    en: "Your bank asks about this payment",
    hi: "आपका बैंक इस भुगतान के बारे में पूछ रहा है",
    kn: "ನಿಮ್ಮ ಬ್ಯಾಂಕ್ ಈ ಪಾವತಿಯ ಬಗ್ಗೆ ಕೇಳುತ್ತಿದೆ",
  },
  "dispute-under-review": {
    en: "Your bank looks at this payment",
    hi: "आपका बैंक इस भुगतान की जाँच कर रहा है",
    kn: "ನಿಮ್ಮ ಬ್ಯಾಂಕ್ ಈ ಪಾವತಿಯನ್ನು ಪರಿಶೀಲಿಸುತ್ತಿದೆ",
  },
  "dispute-won": {
    en: "Your bank says that the payment stands",
    hi: "आपके बैंक के अनुसार भुगतान सही है",
    kn: "ಪಾವತಿ ಸರಿಯಾಗಿದೆ ಎಂದು ನಿಮ್ಮ ಬ್ಯಾಂಕ್ ಹೇಳಿದೆ",
  },
  "dispute-lost": {
    en: "Your bank gave you the payment back",
    hi: "आपके बैंक ने भुगतान आपको लौटा दिया",
    kn: "ನಿಮ್ಮ ಬ್ಯಾಂಕ್ ಪಾವತಿಯನ್ನು ನಿಮಗೆ ಹಿಂತಿರುಗಿಸಿದೆ",
  },
  "dispute-closed": {
    en: "Your bank has closed its question about this payment",
    hi: "आपके बैंक ने इस भुगतान पर उठाया सवाल बंद कर दिया है",
    kn: "ನಿಮ್ಮ ಬ್ಯಾಂಕ್ ಈ ಪಾವತಿಯ ಬಗೆಗಿನ ಪ್ರಶ್ನೆಯನ್ನು ಮುಕ್ತಾಯಗೊಳಿಸಿದೆ",
  },
  asked: {
    en: "If you asked your bank to, there is nothing to do. If not, tell it that you made the payment.",
    hi: "अगर आपने अपने बैंक से ऐसा कहा था, तो कुछ करने की ज़रूरत नहीं है। अगर नहीं, तो उसे बताएँ कि भुगतान आपने किया था।",
    kn: "ನೀವೇ ಬ್ಯಾಂಕ್‌ಗೆ ಕೇಳಿದ್ದರೆ, ಏನೂ ಮಾಡಬೇಕಾಗಿಲ್ಲ. ಇಲ್ಲದಿದ್ದರೆ, ಪಾವತಿ ಮಾಡಿದ್ದು ನೀವೇ ಎಂದು ತಿಳಿಸಿ.",
  },
});
