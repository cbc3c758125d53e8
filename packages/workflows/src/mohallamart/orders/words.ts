import { catalogue } from "@org/stores/mohallamart/words/catalogue";

/** What customers and shops are told of orders. */
export const orderWords = catalogue({
  whyOrdered: {
    en: "You get this email because you placed order {order} at {brand}.",
    hi: "आपको यह ईमेल इसलिए मिला है क्योंकि आपने {brand} पर ऑर्डर {order} दिया था।",
    kn: "ನೀವು {brand} ನಲ್ಲಿ ಆರ್ಡರ್ {order} ಮಾಡಿರುವುದರಿಂದ ಈ ಇಮೇಲ್ ನಿಮಗೆ ಬಂದಿದೆ.",
  },
  openShop: { en: "Open your orders", hi: "अपने ऑर्डर खोलें", kn: "ನಿಮ್ಮ ಆರ್ಡರ್‌ಗಳನ್ನು ತೆರೆಯಿರಿ" },
  total: { en: "Total", hi: "कुल", kn: "ಒಟ್ಟು" },
  confirmationSubject: {
    en: "Your order {order} from {shop}",
    hi: "{shop} से आपका ऑर्डर {order}",
    kn: "{shop} ಅಂಗಡಿಯಿಂದ ನಿಮ್ಮ ಆರ್ಡರ್ {order}",
  },
  confirmationPreview: {
    en: "{shop} has your order {order}",
    hi: "{shop} को आपका ऑर्डर {order} मिल गया है",
    kn: "{shop} ಅಂಗಡಿಗೆ ನಿಮ್ಮ ಆರ್ಡರ್ {order} ತಲುಪಿದೆ",
  },
  thanks: { en: "Thank you, {name}", hi: "धन्यवाद, {name} जी", kn: "ಧನ್ಯವಾದಗಳು, {name} ಅವರೇ" },
  confirmation: {
    en: "{shop} has your order {order} and is packing it.",
    hi: "{shop} को आपका ऑर्डर {order} मिल गया है और उसे पैक किया जा रहा है।",
    kn: "{shop} ಅಂಗಡಿಗೆ ನಿಮ್ಮ ಆರ್ಡರ್ {order} ತಲುಪಿದ್ದು, ಅದನ್ನು ಪ್ಯಾಕ್ ಮಾಡಲಾಗುತ್ತಿದೆ.",
  },
  follow: { en: "Follow your order", hi: "अपना ऑर्डर ट्रैक करें", kn: "ನಿಮ್ಮ ಆರ್ಡರ್ ಟ್ರ್ಯಾಕ್ ಮಾಡಿ" },
  packedSubject: {
    en: "Your order {order} is packed",
    hi: "आपका ऑर्डर {order} पैक हो गया है",
    kn: "ನಿಮ್ಮ ಆರ್ಡರ್ {order} ಪ್ಯಾಕ್ ಆಗಿದೆ",
  },
  shippedSubject: {
    en: "Your order {order} is shipped",
    hi: "आपका ऑर्डर {order} भेज दिया गया है",
    kn: "ನಿಮ್ಮ ಆರ್ಡರ್ {order} ಅನ್ನು ಕಳುಹಿಸಲಾಗಿದೆ",
  },
  deliveredSubject: {
    en: "Your order {order} is delivered",
    hi: "आपका ऑर्डर {order} पहुँचा दिया गया है",
    kn: "ನಿಮ್ಮ ಆರ್ಡರ್ {order} ಅನ್ನು ತಲುಪಿಸಲಾಗಿದೆ",
  },
  packedTitle: { en: "Your order is packed", hi: "आपका ऑर्डर पैक हो गया है", kn: "ನಿಮ್ಮ ಆರ್ಡರ್ ಪ್ಯಾಕ್ ಆಗಿದೆ" },
  shippedTitle: { en: "Your order is on the way", hi: "आपका ऑर्डर रास्ते में है", kn: "ನಿಮ್ಮ ಆರ್ಡರ್ ದಾರಿಯಲ್ಲಿದೆ" },
  deliveredTitle: { en: "Your order has arrived", hi: "आपका ऑर्डर पहुँच गया है", kn: "ನಿಮ್ಮ ಆರ್ಡರ್ ತಲುಪಿದೆ" },
  packed: {
    en: "Dear {name}, {shop} has packed your order and hands it over soon.",
    hi: "प्रिय {name}, {shop} ने आपका ऑर्डर पैक कर दिया है और वह जल्द ही डिलीवरी के लिए दे दिया जाएगा।",
    kn: "ಪ್ರಿಯ {name}, {shop} ನಿಮ್ಮ ಆರ್ಡರ್ ಅನ್ನು ಪ್ಯಾಕ್ ಮಾಡಿದೆ. ಅದನ್ನು ಶೀಘ್ರದಲ್ಲೇ ಡೆಲಿವರಿಗೆ ನೀಡಲಾಗುತ್ತದೆ.",
  },
  shipped: {
    en: "Dear {name}, {shop} has handed your order over. It is on the way to you.",
    hi: "प्रिय {name}, {shop} ने आपका ऑर्डर डिलीवरी के लिए दे दिया है। वह आप तक पहुँचने के रास्ते में है।",
    kn: "ಪ್ರಿಯ {name}, {shop} ನಿಮ್ಮ ಆರ್ಡರ್ ಅನ್ನು ಡೆಲಿವರಿಗೆ ನೀಡಿದೆ. ಅದು ನಿಮ್ಮ ಕಡೆಗೆ ಬರುತ್ತಿದೆ.",
  },
  delivered: {
    en: "Dear {name}, {shop} says that your order was delivered. We hope you like it.",
    hi: "प्रिय {name}, {shop} के अनुसार आपका ऑर्डर पहुँचा दिया गया है। आशा है कि वह आपको पसंद आएगा।",
    kn: "ಪ್ರಿಯ {name}, {shop} ಪ್ರಕಾರ ನಿಮ್ಮ ಆರ್ಡರ್ ತಲುಪಿಸಲಾಗಿದೆ. ಅದು ನಿಮಗೆ ಇಷ್ಟವಾಗುತ್ತದೆ ಎಂದು ನಂಬುತ್ತೇವೆ.",
  },
  tracking: { en: "Tracking number: {number}", hi: "ट्रैकिंग नंबर: {number}", kn: "ಟ್ರ್ಯಾಕಿಂಗ್ ಸಂಖ್ಯೆ: {number}" },
  packedNews: {
    en: "{shop} has packed your order {order}.",
    hi: "{shop} ने आपका ऑर्डर {order} पैक कर दिया है।",
    kn: "{shop} ನಿಮ್ಮ ಆರ್ಡರ್ {order} ಅನ್ನು ಪ್ಯಾಕ್ ಮಾಡಿದೆ.",
  },
  shippedNews: {
    en: "{shop} has handed over your order {order}.",
    hi: "{shop} ने आपका ऑर्डर {order} डिलीवरी के लिए दे दिया है।",
    kn: "{shop} ನಿಮ್ಮ ಆರ್ಡರ್ {order} ಅನ್ನು ಡೆಲಿವರಿಗೆ ನೀಡಿದೆ.",
  },
  deliveredNews: {
    en: "{shop} says that you have received your order {order}.",
    hi: "{shop} के अनुसार आपको ऑर्डर {order} मिल गया है।",
    kn: "{shop} ಪ್ರಕಾರ ನಿಮಗೆ ಆರ್ಡರ್ {order} ತಲುಪಿದೆ.",
  },
  cancelledSubject: {
    en: "Your order {order} was cancelled",
    hi: "आपका ऑर्डर {order} रद्द कर दिया गया है",
    kn: "ನಿಮ್ಮ ಆರ್ಡರ್ {order} ಅನ್ನು ರದ್ದುಗೊಳಿಸಲಾಗಿದೆ",
  },
  cancelledTitle: {
    en: "Your order was cancelled",
    hi: "आपका ऑर्डर रद्द कर दिया गया है",
    kn: "ನಿಮ್ಮ ಆರ್ಡರ್ ಅನ್ನು ರದ್ದುಗೊಳಿಸಲಾಗಿದೆ",
  },
  "changed-mind": {
    en: "Dear {name}, your order {order} from {shop} was cancelled as you asked.",
    hi: "प्रिय {name}, {shop} से आपका ऑर्डर {order} आपके कहने पर रद्द कर दिया गया है।",
    kn: "ಪ್ರಿಯ {name}, {shop} ಅಂಗಡಿಯ ನಿಮ್ಮ ಆರ್ಡರ್ {order} ಅನ್ನು ನೀವು ಕೇಳಿದಂತೆ ರದ್ದುಗೊಳಿಸಲಾಗಿದೆ.",
  },
  "out-of-stock": {
    en: "Dear {name}, your order {order} from {shop} was cancelled because something in it is no longer there.",
    hi: "प्रिय {name}, {shop} से आपका ऑर्डर {order} रद्द कर दिया गया है, क्योंकि उसकी कोई चीज़ अब स्टॉक में नहीं है।",
    kn: "ಪ್ರಿಯ {name}, {shop} ಅಂಗಡಿಯ ನಿಮ್ಮ ಆರ್ಡರ್ {order} ಅನ್ನು ರದ್ದುಗೊಳಿಸಲಾಗಿದೆ, ಏಕೆಂದರೆ ಅದರಲ್ಲಿರುವ ಒಂದು ವಸ್ತು ಈಗ ಲಭ್ಯವಿಲ್ಲ.",
  },
  "payment-failed": {
    en: "Dear {name}, your order {order} from {shop} was cancelled because the payment did not go through.",
    hi: "प्रिय {name}, {shop} से आपका ऑर्डर {order} रद्द कर दिया गया है, क्योंकि भुगतान नहीं हो पाया।",
    kn: "ಪ್ರಿಯ {name}, {shop} ಅಂಗಡಿಯ ನಿಮ್ಮ ಆರ್ಡರ್ {order} ಅನ್ನು ರದ್ದುಗೊಳಿಸಲಾಗಿದೆ, ಏಕೆಂದರೆ ಪಾವತಿ ಆಗಲಿಲ್ಲ.",
  },
  undeliverable: {
    en: "Dear {name}, your order {order} from {shop} was cancelled because it could not be delivered.",
    hi: "प्रिय {name}, {shop} से आपका ऑर्डर {order} रद्द कर दिया गया है, क्योंकि उसे पहुँचाया नहीं जा सका।",
    kn: "ಪ್ರಿಯ {name}, {shop} ಅಂಗಡಿಯ ನಿಮ್ಮ ಆರ್ಡರ್ {order} ಅನ್ನು ರದ್ದುಗೊಳಿಸಲಾಗಿದೆ, ಏಕೆಂದರೆ ಅದನ್ನು ತಲುಪಿಸಲು ಆಗಲಿಲ್ಲ.",
  },
  "suspected-fraud": {
    en: "Dear {name}, your order {order} from {shop} was cancelled because it did not pass our checks.",
    hi: "प्रिय {name}, {shop} से आपका ऑर्डर {order} रद्द कर दिया गया है, क्योंकि वह हमारी जाँच में सही नहीं पाया गया।",
    kn: "ಪ್ರಿಯ {name}, {shop} ಅಂಗಡಿಯ ನಿಮ್ಮ ಆರ್ಡರ್ {order} ಅನ್ನು ರದ್ದುಗೊಳಿಸಲಾಗಿದೆ, ಏಕೆಂದರೆ ಅದು ನಮ್ಮ ಪರಿಶೀಲನೆಯಲ್ಲಿ ಸರಿಯಾಗಿ ಕಂಡುಬರಲಿಲ್ಲ.",
  },
  moneyGoesBack: {
    en: "Whatever your bank took or reserved for it goes back the way it came; that can take seven days.",
    hi: "इसके लिए आपके बैंक ने जो भी राशि ली या रोकी है, वह उसी रास्ते से लौट जाएगी; इसमें सात दिन लग सकते हैं।",
    kn: "ಇದಕ್ಕಾಗಿ ನಿಮ್ಮ ಬ್ಯಾಂಕ್ ತೆಗೆದುಕೊಂಡ ಅಥವಾ ತಡೆಹಿಡಿದ ಹಣ ಬಂದ ದಾರಿಯಲ್ಲೇ ಹಿಂತಿರುಗುತ್ತದೆ; ಅದಕ್ಕೆ ಏಳು ದಿನಗಳು ಬೇಕಾಗಬಹುದು.",
  },
  nothingToPay: {
    en: "There is nothing to pay.",
    hi: "आपको कुछ भी भुगतान नहीं करना है।",
    kn: "ನೀವು ಏನನ್ನೂ ಪಾವತಿಸಬೇಕಾಗಿಲ್ಲ.",
  },
  newOrder: { en: "New order {order}", hi: "नया ऑर्डर {order}", kn: "ಹೊಸ ಆರ್ಡರ್ {order}" },
  newOrderTitle: {
    en: "New order for {shop}",
    hi: "{shop} के लिए नया ऑर्डर",
    kn: "{shop} ಅಂಗಡಿಗೆ ಹೊಸ ಆರ್ಡರ್",
  },
  pleasePack: {
    en: "Please pack order {order}:",
    hi: "कृपया ऑर्डर {order} पैक करें:",
    kn: "ದಯವಿಟ್ಟು ಆರ್ಡರ್ {order} ಅನ್ನು ಪ್ಯಾಕ್ ಮಾಡಿ:",
  },
  shopCancelled: {
    en: "Order {order} was cancelled",
    hi: "ऑर्डर {order} रद्द कर दिया गया है",
    kn: "ಆರ್ಡರ್ {order} ಅನ್ನು ರದ್ದುಗೊಳಿಸಲಾಗಿದೆ",
  },
  cancelledAt: {
    en: "Cancelled at {shop}",
    hi: "{shop} में ऑर्डर रद्द",
    kn: "{shop} ಅಂಗಡಿಯಲ್ಲಿ ಆರ್ಡರ್ ರದ್ದು",
  },
  attemptFailedSubject: {
    en: "Your order {order} could not be handed over",
    hi: "आपका ऑर्डर {order} सौंपा नहीं जा सका",
    kn: "ನಿಮ್ಮ ಆರ್ಡರ್ {order} ಅನ್ನು ಹಸ್ತಾಂತರಿಸಲು ಆಗಲಿಲ್ಲ",
  },
  attemptFailedTitle: {
    en: "Your order could not be handed over",
    hi: "आपका ऑर्डर सौंपा नहीं जा सका",
    kn: "ನಿಮ್ಮ ಆರ್ಡರ್ ಅನ್ನು ಹಸ್ತಾಂತರಿಸಲು ಆಗಲಿಲ್ಲ",
  },
  attemptFailed: {
    en: "Dear {name}, attempt {attempt} of the delivery service to bring your order from {shop} failed.",
    hi: "प्रिय {name}, {shop} से आपका ऑर्डर पहुँचाने की डिलीवरी सेवा की कोशिश {attempt} सफल नहीं हुई।",
    kn: "ಪ್ರಿಯ {name}, {shop} ಅಂಗಡಿಯ ನಿಮ್ಮ ಆರ್ಡರ್ ತಲುಪಿಸುವ ಡೆಲಿವರಿ ಸೇವೆಯ ಪ್ರಯತ್ನ {attempt} ವಿಫಲವಾಯಿತು.",
  },
  attemptFailedNews: {
    en: "Attempt {attempt} to bring your order {order} from {shop} failed. The delivery service tries again.",
    hi: "{shop} से आपका ऑर्डर {order} पहुँचाने की कोशिश {attempt} सफल नहीं हुई। डिलीवरी सेवा फिर कोशिश करेगी।",
    kn: "{shop} ಅಂಗಡಿಯ ನಿಮ್ಮ ಆರ್ಡರ್ {order} ತಲುಪಿಸುವ ಪ್ರಯತ್ನ {attempt} ವಿಫಲವಾಯಿತು. ಡೆಲಿವರಿ ಸೇವೆ ಮತ್ತೆ ಪ್ರಯತ್ನಿಸುತ್ತದೆ.",
  },
  "nobody-there": {
    en: "Nobody was there. It tries again, or calls you.",
    hi: "वहाँ कोई नहीं था। वह फिर कोशिश करेगी, या आपको फ़ोन करेगी।",
    kn: "ಅಲ್ಲಿ ಯಾರೂ ಇರಲಿಲ್ಲ. ಅದು ಮತ್ತೆ ಪ್ರಯತ್ನಿಸುತ್ತದೆ, ಅಥವಾ ನಿಮಗೆ ಕರೆ ಮಾಡುತ್ತದೆ.",
  },
  refused: {
    en: "It was told that nobody wants it. Call the shop if that is wrong.",
    hi: "उसे बताया गया कि यह किसी को नहीं चाहिए। अगर यह गलत है तो दुकान को फ़ोन करें।",
    kn: "ಅದು ಯಾರಿಗೂ ಬೇಡ ಎಂದು ತಿಳಿಸಲಾಯಿತು. ಇದು ತಪ್ಪಾಗಿದ್ದರೆ ಅಂಗಡಿಗೆ ಕರೆ ಮಾಡಿ.",
  },
  "address-not-found": {
    en: "It did not find the address, and calls you.",
    hi: "उसे पता नहीं मिला, और वह आपको फ़ोन करेगी।",
    kn: "ಅದಕ್ಕೆ ವಿಳಾಸ ಸಿಗಲಿಲ್ಲ, ಅದು ನಿಮಗೆ ಕರೆ ಮಾಡುತ್ತದೆ.",
  },
  comesAgain: {
    en: "It tries again, or calls you.",
    hi: "वह फिर कोशिश करेगी, या आपको फ़ोन करेगी।",
    kn: "ಅದು ಮತ್ತೆ ಪ್ರಯತ್ನಿಸುತ್ತದೆ, ಅಥವಾ ನಿಮಗೆ ಕರೆ ಮಾಡುತ್ತದೆ.",
  },
  comesBack: {
    en: "Order {order} could not be delivered. It was cancelled, and the delivery service brings it back to you. Its items can be ordered again:",
    hi: "ऑर्डर {order} पहुँचाया नहीं जा सका। उसे रद्द कर दिया गया है, और डिलीवरी सेवा उसे आपके पास वापस ला रही है। इसकी चीज़ें फिर से ऑर्डर की जा सकती हैं:",
    kn: "ಆರ್ಡರ್ {order} ಅನ್ನು ತಲುಪಿಸಲು ಆಗಲಿಲ್ಲ. ಅದನ್ನು ರದ್ದುಗೊಳಿಸಲಾಗಿದೆ, ಡೆಲಿವರಿ ಸೇವೆ ಅದನ್ನು ನಿಮಗೆ ಮರಳಿ ತರುತ್ತದೆ. ಅದರ ವಸ್ತುಗಳನ್ನು ಮತ್ತೆ ಆರ್ಡರ್ ಮಾಡಬಹುದು:",
  },
  stopPacking: {
    en: "Please do not pack order {order}, or put it back. Its items can be ordered again:",
    hi: "कृपया ऑर्डर {order} पैक न करें, या सामान वापस रख दें। इसकी चीज़ें फिर से ऑर्डर की जा सकती हैं:",
    kn: "ದಯವಿಟ್ಟು ಆರ್ಡರ್ {order} ಅನ್ನು ಪ್ಯಾಕ್ ಮಾಡಬೇಡಿ, ಅಥವಾ ವಸ್ತುಗಳನ್ನು ಮರಳಿ ಇಡಿ. ಅವುಗಳನ್ನು ಮತ್ತೆ ಆರ್ಡರ್ ಮಾಡಬಹುದು:",
  },
  comesBackNews: {
    en: "It could not be delivered and is brought back to you.",
    hi: "इसे पहुँचाया नहीं जा सका और यह आपके पास वापस लाया जा रहा है।",
    kn: "ಅದನ್ನು ತಲುಪಿಸಲು ಆಗಲಿಲ್ಲ, ಅದನ್ನು ನಿಮಗೆ ಮರಳಿ ತರಲಾಗುತ್ತದೆ.",
  },
  stopPackingNews: {
    en: "Please do not pack it, or put it back.",
    hi: "कृपया इसे पैक न करें, या सामान वापस रख दें।",
    kn: "ದಯವಿಟ್ಟು ಅದನ್ನು ಪ್ಯಾಕ್ ಮಾಡಬೇಡಿ, ಅಥವಾ ವಸ್ತುಗಳನ್ನು ಮರಳಿ ಇಡಿ.",
  },
});
