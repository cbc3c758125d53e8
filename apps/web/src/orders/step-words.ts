import { catalogue } from "@org/stores/mohallamart/words/catalogue";

/** The steps of an order, in its customer's words. */
export const stepWords = catalogue({
  done: { en: "Done", hi: "हो गया", kn: "ಆಗಿದೆ" },
  pending: { en: "In progress", hi: "जारी है", kn: "ನಡೆಯುತ್ತಿದೆ" },
  failed: { en: "Failed", hi: "नहीं हो पाया", kn: "ಆಗಲಿಲ್ಲ" },
  unknown: { en: "Not certain", hi: "निश्चित नहीं", kn: "ಖಚಿತವಿಲ್ಲ" },
  lookAgain: {
    en: "{again} to see what has happened since.",
    hi: "इसके बाद क्या हुआ, यह जानने के लिए {again}।",
    kn: "ನಂತರ ಏನಾಗಿದೆ ಎಂದು ತಿಳಿಯಲು {again}.",
  },
  again: { en: "Look again", hi: "फिर देखें", kn: "ಮತ್ತೆ ನೋಡಿ" },
  placed: { en: "Order placed", hi: "ऑर्डर हो गया", kn: "ಆರ್ಡರ್ ಆಗಿದೆ" },
  packed: { en: "Packed at the shop", hi: "दुकान में पैक हो गया", kn: "ಅಂಗಡಿಯಲ್ಲಿ ಪ್ಯಾಕ್ ಆಗಿದೆ" },
  shipped: { en: "On its way to you", hi: "आपके पास आने के रास्ते में", kn: "ನಿಮ್ಮ ಕಡೆಗೆ ಬರುತ್ತಿದೆ" },
  delivered: { en: "Delivered", hi: "पहुँच गया", kn: "ತಲುಪಿದೆ" },
  cancelled: { en: "Order cancelled", hi: "ऑर्डर रद्द हुआ", kn: "ಆರ್ಡರ್ ರದ್ದಾಗಿದೆ" },
  tracking: { en: "Tracking number {number}", hi: "ट्रैकिंग नंबर {number}", kn: "ಟ್ರ್ಯಾಕಿಂಗ್ ಸಂಖ್ಯೆ {number}" },
  stockDone: {
    en: "Your items are set aside",
    hi: "आपका सामान अलग रख दिया गया है",
    kn: "ನಿಮ್ಮ ವಸ್ತುಗಳನ್ನು ತೆಗೆದಿರಿಸಲಾಗಿದೆ",
  },
  stockPending: {
    en: "Setting your items aside",
    hi: "आपका सामान अलग रखा जा रहा है",
    kn: "ನಿಮ್ಮ ವಸ್ತುಗಳನ್ನು ತೆಗೆದಿರಿಸಲಾಗುತ್ತಿದೆ",
  },
  emailPending: {
    en: "Sending your confirmation by email",
    hi: "ईमेल से पुष्टि भेजी जा रही है",
    kn: "ಇಮೇಲ್ ಮೂಲಕ ದೃಢೀಕರಣ ಕಳುಹಿಸಲಾಗುತ್ತಿದೆ",
  },
  emailSent: {
    en: "Confirmation sent by email",
    hi: "ईमेल से पुष्टि भेज दी गई",
    kn: "ಇಮೇಲ್ ಮೂಲಕ ದೃಢೀಕರಣ ಕಳುಹಿಸಲಾಗಿದೆ",
  },
  emailDelivered: {
    en: "Confirmation delivered by email",
    hi: "ईमेल से पुष्टि पहुँच गई",
    kn: "ಇಮೇಲ್ ಮೂಲಕ ದೃಢೀಕರಣ ತಲುಪಿದೆ",
  },
  emailFailed: {
    en: "The confirmation could not be sent by email",
    hi: "ईमेल से पुष्टि नहीं भेजी जा सकी",
    kn: "ಇಮೇಲ್ ಮೂಲಕ ದೃಢೀಕರಣ ಕಳುಹಿಸಲು ಆಗಲಿಲ್ಲ",
  },
  emailAdvice: {
    en: "Your order stands. This page shows everything the email would.",
    hi: "आपका ऑर्डर कायम है। ईमेल में जो होता वह सब इस पेज पर है।",
    kn: "ನಿಮ್ಮ ಆರ್ಡರ್ ಹಾಗೆಯೇ ಇದೆ. ಇಮೇಲ್‌ನಲ್ಲಿ ಇರುತ್ತಿದ್ದುದೆಲ್ಲ ಈ ಪುಟದಲ್ಲಿದೆ.",
  },
  smsPending: {
    en: "Sending your confirmation by SMS",
    hi: "SMS से पुष्टि भेजी जा रही है",
    kn: "SMS ಮೂಲಕ ದೃಢೀಕರಣ ಕಳುಹಿಸಲಾಗುತ್ತಿದೆ",
  },
  smsSent: {
    en: "Confirmation sent by SMS",
    hi: "SMS से पुष्टि भेज दी गई",
    kn: "SMS ಮೂಲಕ ದೃಢೀಕರಣ ಕಳುಹಿಸಲಾಗಿದೆ",
  },
  smsDelivered: {
    en: "Confirmation delivered by SMS",
    hi: "SMS से पुष्टि पहुँच गई",
    kn: "SMS ಮೂಲಕ ದೃಢೀಕರಣ ತಲುಪಿದೆ",
  },
  smsFailed: {
    en: "The confirmation could not be sent by SMS",
    hi: "SMS से पुष्टि नहीं भेजी जा सकी",
    kn: "SMS ಮೂಲಕ ದೃಢೀಕರಣ ಕಳುಹಿಸಲು ಆಗಲಿಲ್ಲ",
  },
  smsAdvice: {
    en: "Your order stands. Check the number you gave when you order next time.",
    hi: "आपका ऑर्डर कायम है। अगली बार ऑर्डर करते समय दिया गया नंबर जाँच लें।",
    kn: "ನಿಮ್ಮ ಆರ್ಡರ್ ಹಾಗೆಯೇ ಇದೆ. ಮುಂದಿನ ಬಾರಿ ಆರ್ಡರ್ ಮಾಡುವಾಗ ನೀಡುವ ಸಂಖ್ಯೆಯನ್ನು ಪರಿಶೀಲಿಸಿ.",
  },
  shopPending: { en: "Telling {shop}", hi: "{shop} को बताया जा रहा है", kn: "{shop} ಅಂಗಡಿಗೆ ತಿಳಿಸಲಾಗುತ್ತಿದೆ" },
  shopSent: {
    en: "{shop} knows about your order",
    hi: "{shop} को आपके ऑर्डर का पता है",
    kn: "{shop} ಅಂಗಡಿಗೆ ನಿಮ್ಮ ಆರ್ಡರ್ ಬಗ್ಗೆ ತಿಳಿದಿದೆ",
  },
  shopFailed: {
    en: "{shop} could not be told by email",
    hi: "{shop} को ईमेल से नहीं बताया जा सका",
    kn: "{shop} ಅಂಗಡಿಗೆ ಇಮೇಲ್ ಮೂಲಕ ತಿಳಿಸಲು ಆಗಲಿಲ್ಲ",
  },
  shopAdvice: {
    en: "Your order stands. If nobody has called you by evening, ask at the shop.",
    hi: "आपका ऑर्डर कायम है। अगर शाम तक कोई फ़ोन न आए, तो दुकान में पूछ लें।",
    kn: "ನಿಮ್ಮ ಆರ್ಡರ್ ಹಾಗೆಯೇ ಇದೆ. ಸಂಜೆಯೊಳಗೆ ಯಾರೂ ಕರೆ ಮಾಡದಿದ್ದರೆ, ಅಂಗಡಿಯಲ್ಲಿ ಕೇಳಿ.",
  },
  notSaid: {
    en: "The service did not say whether it arrived. Your order stands either way.",
    hi: "सेवा ने नहीं बताया कि यह पहुँचा या नहीं। आपका ऑर्डर हर हाल में कायम है।",
    kn: "ಅದು ತಲುಪಿತೇ ಎಂದು ಸೇವೆ ತಿಳಿಸಲಿಲ್ಲ. ಹೇಗಿದ್ದರೂ ನಿಮ್ಮ ಆರ್ಡರ್ ಹಾಗೆಯೇ ಇದೆ.",
  },
  outForDelivery: { en: "Out for delivery", hi: "डिलीवरी के लिए निकला", kn: "ಡೆಲಿವರಿಗೆ ಹೊರಟಿದೆ" },
  notHandedOver: {
    en: "It could not be handed over",
    hi: "इसे सौंपा नहीं जा सका",
    kn: "ಅದನ್ನು ಹಸ್ತಾಂತರಿಸಲು ಆಗಲಿಲ್ಲ",
  },
  "nobody-there": {
    en: "Nobody was there. The delivery service tries again, or calls you.",
    hi: "वहाँ कोई नहीं था। डिलीवरी सेवा फिर कोशिश करेगी, या आपको फ़ोन करेगी।",
    kn: "ಅಲ್ಲಿ ಯಾರೂ ಇರಲಿಲ್ಲ. ಡೆಲಿವರಿ ಸೇವೆ ಮತ್ತೆ ಪ್ರಯತ್ನಿಸುತ್ತದೆ, ಅಥವಾ ನಿಮಗೆ ಕರೆ ಮಾಡುತ್ತದೆ.",
  },
  refused: {
    en: "It was not taken. Call the shop if that is wrong.",
    hi: "इसे लिया नहीं गया। अगर यह गलत है तो दुकान को फ़ोन करें।",
    kn: "ಅದನ್ನು ಸ್ವೀಕರಿಸಲಿಲ್ಲ. ಇದು ತಪ್ಪಾಗಿದ್ದರೆ ಅಂಗಡಿಗೆ ಕರೆ ಮಾಡಿ.",
  },
  "address-not-found": {
    en: "The address was not found. The delivery service calls you.",
    hi: "पता नहीं मिला। डिलीवरी सेवा आपको फ़ोन करेगी।",
    kn: "ವಿಳಾಸ ಸಿಗಲಿಲ್ಲ. ಡೆಲಿವರಿ ಸೇವೆ ನಿಮಗೆ ಕರೆ ಮಾಡುತ್ತದೆ.",
  },
  goesBack: {
    en: "This was the last attempt. It goes back to the shop, and costs you nothing.",
    hi: "यह आख़िरी कोशिश थी। सामान दुकान को वापस जा रहा है, और आपका कोई पैसा नहीं लगेगा।",
    kn: "ಇದು ಕೊನೆಯ ಪ್ರಯತ್ನವಾಗಿತ್ತು. ಅದು ಅಂಗಡಿಗೆ ಮರಳುತ್ತದೆ, ನಿಮಗೆ ಯಾವುದೇ ವೆಚ್ಚವಿಲ್ಲ.",
  },
  triesAgain: {
    en: "The delivery service tries again, or calls you.",
    hi: "डिलीवरी सेवा फिर कोशिश करेगी, या आपको फ़ोन करेगी।",
    kn: "ಡೆಲಿವರಿ ಸೇವೆ ಮತ್ತೆ ಪ್ರಯತ್ನಿಸುತ್ತದೆ, ಅಥವಾ ನಿಮಗೆ ಕರೆ ಮಾಡುತ್ತದೆ.",
  },
});
