import { catalogue, type Entry, fill, formsOf } from "./catalogue.ts";
import { languageOf, sourceLanguage } from "./languages.ts";

/**
 * What people are told when something cannot be done. Commands and stores say it in English; whoever shows it says it in
 * the reader's language with `sayRefusal`, which knows a sentence by its English text.
 */
export const refusalWords = catalogue({
  addressGone: {
    en: "There is no such address. Open your account again.",
    hi: "ऐसा कोई पता नहीं है। अपना खाता फिर से खोलें।",
    kn: "ಅಂತಹ ವಿಳಾಸವಿಲ್ಲ. ನಿಮ್ಮ ಖಾತೆಯನ್ನು ಮತ್ತೆ ತೆರೆಯಿರಿ.",
  },
  invalidOne: {
    en: "One entry needs a change.",
    hi: "एक जानकारी में बदलाव ज़रूरी है।",
    kn: "ಒಂದು ಮಾಹಿತಿಯನ್ನು ಬದಲಾಯಿಸಬೇಕಿದೆ.",
  },
  invalidMany: {
    en: "{number} entries need a change.",
    hi: "{number} जानकारियों में बदलाव ज़रूरी है।",
    kn: "{number} ಮಾಹಿತಿಗಳನ್ನು ಬದಲಾಯಿಸಬೇಕಿದೆ.",
  },
  belowOne: {
    en: "One entry below needs a change.",
    hi: "नीचे एक जानकारी में बदलाव ज़रूरी है।",
    kn: "ಕೆಳಗಿನ ಒಂದು ಮಾಹಿತಿಯನ್ನು ಬದಲಾಯಿಸಬೇಕಿದೆ.",
  },
  belowMany: {
    en: "{number} entries below need a change.",
    hi: "नीचे {number} जानकारियों में बदलाव ज़रूरी है।",
    kn: "ಕೆಳಗಿನ {number} ಮಾಹಿತಿಗಳನ್ನು ಬದಲಾಯಿಸಬೇಕಿದೆ.",
  },
  unreadable: {
    en: "Some characters here cannot be read. Delete what looks odd, and type it again.",
    hi: "यहाँ कुछ अक्षर पढ़े नहीं जा सकते। जो अजीब दिखे उसे मिटाकर फिर से लिखें।",
    kn: "ಇಲ್ಲಿನ ಕೆಲವು ಅಕ್ಷರಗಳನ್ನು ಓದಲಾಗುತ್ತಿಲ್ಲ. ವಿಚಿತ್ರವಾಗಿ ಕಾಣುವುದನ್ನು ಅಳಿಸಿ ಮತ್ತೆ ಬರೆಯಿರಿ.",
  },
  noName: { en: "Enter your name.", hi: "अपना नाम लिखें।", kn: "ನಿಮ್ಮ ಹೆಸರನ್ನು ಬರೆಯಿರಿ." },
  longName: {
    en: "Shorten the name to {number} characters.",
    hi: "नाम को {number} अक्षरों तक छोटा करें।",
    kn: "ಹೆಸರನ್ನು {number} ಅಕ್ಷರಗಳಿಗೆ ಚಿಕ್ಕದಾಗಿಸಿ.",
  },
  oddName: {
    en: "Use only letters, digits, spaces and . , ' - in the name.",
    hi: "नाम में केवल अक्षर, अंक, खाली जगह और . , ' - लिखें।",
    kn: "ಹೆಸರಿನಲ್ಲಿ ಅಕ್ಷರ, ಅಂಕಿ, ಖಾಲಿ ಜಾಗ ಮತ್ತು . , ' - ಮಾತ್ರ ಬಳಸಿ.",
  },
  noHouse: {
    en: "Enter your house or flat, and the building.",
    hi: "अपना मकान या फ़्लैट और इमारत लिखें।",
    kn: "ನಿಮ್ಮ ಮನೆ ಅಥವಾ ಫ್ಲ್ಯಾಟ್ ಮತ್ತು ಕಟ್ಟಡವನ್ನು ಬರೆಯಿರಿ.",
  },
  longText: {
    en: "Shorten the text to {number} characters.",
    hi: "इसे {number} अक्षरों तक छोटा करें।",
    kn: "ಇದನ್ನು {number} ಅಕ್ಷರಗಳಿಗೆ ಚಿಕ್ಕದಾಗಿಸಿ.",
  },
  noPinCode: { en: "Enter the PIN code.", hi: "पिन कोड लिखें।", kn: "ಪಿನ್ ಕೋಡ್ ಬರೆಯಿರಿ." },
  oddPinCode: {
    en: "Enter a PIN code of six digits, such as 560038.",
    hi: "छह अंकों का पिन कोड लिखें, जैसे 560038।",
    kn: "ಆರು ಅಂಕಿಗಳ ಪಿನ್ ಕೋಡ್ ಬರೆಯಿರಿ, ಉದಾಹರಣೆಗೆ 560038.",
  },
  noEmail: { en: "Enter your email address.", hi: "अपना ईमेल पता लिखें।", kn: "ನಿಮ್ಮ ಇಮೇಲ್ ವಿಳಾಸವನ್ನು ಬರೆಯಿರಿ." },
  longEmail: {
    en: "Shorten the email address to {number} characters.",
    hi: "ईमेल पते को {number} अक्षरों तक छोटा करें।",
    kn: "ಇಮೇಲ್ ವಿಳಾಸವನ್ನು {number} ಅಕ್ಷರಗಳಿಗೆ ಚಿಕ್ಕದಾಗಿಸಿ.",
  },
  oddEmail: {
    en: "Enter an email address such as asha@example.com.",
    hi: "ईमेल पता इस तरह लिखें: asha@example.com",
    kn: "ಇಮೇಲ್ ವಿಳಾಸವನ್ನು ಹೀಗೆ ಬರೆಯಿರಿ: asha@example.com",
  },
  noMobile: {
    en: "Enter your mobile number.",
    hi: "अपना मोबाइल नंबर लिखें।",
    kn: "ನಿಮ್ಮ ಮೊಬೈಲ್ ಸಂಖ್ಯೆಯನ್ನು ಬರೆಯಿರಿ.",
  },
  oddMobile: {
    en: "Enter a mobile number such as 98765 43210, or with its country code such as +44 7400 123456.",
    hi: "मोबाइल नंबर इस तरह लिखें: 98765 43210, या देश के कोड के साथ: +44 7400 123456",
    kn: "ಮೊಬೈಲ್ ಸಂಖ್ಯೆಯನ್ನು ಹೀಗೆ ಬರೆಯಿರಿ: 98765 43210, ಅಥವಾ ದೇಶದ ಕೋಡ್ ಜೊತೆಗೆ: +44 7400 123456",
  },
  noPayment: {
    en: "Choose how you want to pay.",
    hi: "चुनें कि आप भुगतान कैसे करेंगे।",
    kn: "ಹೇಗೆ ಪಾವತಿಸುತ್ತೀರಿ ಎಂದು ಆಯ್ಕೆಮಾಡಿ.",
  },
  outOfDateCart: {
    en: "This form is out of date or damaged. Open your cart and check out again.",
    hi: "यह फ़ॉर्म पुराना या अधूरा है। अपना कार्ट खोलकर फिर से ऑर्डर करें।",
    kn: "ಈ ಫಾರ್ಮ್ ಹಳೆಯದು ಅಥವಾ ಸರಿಯಿಲ್ಲ. ನಿಮ್ಮ ಕಾರ್ಟ್ ತೆರೆದು ಮತ್ತೆ ಆರ್ಡರ್ ಮಾಡಿ.",
  },
  outOfDatePage: {
    en: "This form is out of date or damaged. Open the page again.",
    hi: "यह फ़ॉर्म पुराना या अधूरा है। पेज फिर से खोलें।",
    kn: "ಈ ಫಾರ್ಮ್ ಹಳೆಯದು ಅಥವಾ ಸರಿಯಿಲ್ಲ. ಪುಟವನ್ನು ಮತ್ತೆ ತೆರೆಯಿರಿ.",
  },
  wrongQuantity: {
    en: "Order whole pieces, 1 to {number} of each product. Change the quantity in your cart.",
    hi: "हर सामान के 1 से {number} पूरे नग ऑर्डर करें। अपने कार्ट में मात्रा बदलें।",
    kn: "ಪ್ರತಿ ವಸ್ತುವಿನ 1 ರಿಂದ {number} ಪೂರ್ಣ ಸಂಖ್ಯೆಯನ್ನು ಆರ್ಡರ್ ಮಾಡಿ. ನಿಮ್ಮ ಕಾರ್ಟ್‌ನಲ್ಲಿ ಪ್ರಮಾಣ ಬದಲಾಯಿಸಿ.",
  },
  pricesChanged: {
    en: "Prices have changed while you were ordering: the total is {actual} now, it was {expected}. Look at the new prices and order again if you agree.",
    hi: "आपके ऑर्डर करते समय दाम बदल गए: कुल अब {actual} है, पहले {expected} था। नए दाम देखें और सहमत हों तो फिर से ऑर्डर करें।",
    kn: "ನೀವು ಆರ್ಡರ್ ಮಾಡುವಾಗ ಬೆಲೆಗಳು ಬದಲಾಗಿವೆ: ಒಟ್ಟು ಈಗ {actual}, ಮೊದಲು {expected} ಇತ್ತು. ಹೊಸ ಬೆಲೆಗಳನ್ನು ನೋಡಿ, ಒಪ್ಪಿಗೆಯಿದ್ದರೆ ಮತ್ತೆ ಆರ್ಡರ್ ಮಾಡಿ.",
  },
  noOnlinePayment: {
    en: "Online payment is not possible at the moment, and nothing was ordered. Pay in cash, or try again in a few minutes.",
    hi: "अभी ऑनलाइन भुगतान नहीं हो पा रहा है, और कुछ भी ऑर्डर नहीं हुआ। नकद भुगतान चुनें, या कुछ मिनट बाद फिर कोशिश करें।",
    kn: "ಸದ್ಯ ಆನ್‌ಲೈನ್ ಪಾವತಿ ಸಾಧ್ಯವಿಲ್ಲ, ಏನನ್ನೂ ಆರ್ಡರ್ ಮಾಡಲಾಗಿಲ್ಲ. ನಗದು ಪಾವತಿಸಿ, ಅಥವಾ ಕೆಲವು ನಿಮಿಷಗಳ ನಂತರ ಮತ್ತೆ ಪ್ರಯತ್ನಿಸಿ.",
  },
  notSoldAny: {
    en: "Something in your order is no longer sold by this shop. Open your cart and check out again.",
    hi: "आपके ऑर्डर की कोई चीज़ अब इस दुकान में नहीं मिलती। अपना कार्ट खोलकर फिर से ऑर्डर करें।",
    kn: "ನಿಮ್ಮ ಆರ್ಡರ್‌ನಲ್ಲಿರುವ ಒಂದು ವಸ್ತುವನ್ನು ಈ ಅಂಗಡಿ ಈಗ ಮಾರುತ್ತಿಲ್ಲ. ನಿಮ್ಮ ಕಾರ್ಟ್ ತೆರೆದು ಮತ್ತೆ ಆರ್ಡರ್ ಮಾಡಿ.",
  },
  notSold: {
    en: "Not sold by this shop: {products}. Take it out of the cart and order again.",
    hi: "यह दुकान इसे नहीं बेचती: {products}। इसे कार्ट से हटाकर फिर से ऑर्डर करें।",
    kn: "ಈ ಅಂಗಡಿ ಇದನ್ನು ಮಾರುವುದಿಲ್ಲ: {products}. ಅದನ್ನು ಕಾರ್ಟ್‌ನಿಂದ ತೆಗೆದು ಮತ್ತೆ ಆರ್ಡರ್ ಮಾಡಿ.",
  },
  soldOutLine: {
    en: "Sold out. Remove it to order the rest.",
    hi: "स्टॉक खत्म। बाकी ऑर्डर करने के लिए इसे हटाएँ।",
    kn: "ಸ್ಟಾಕ್ ಮುಗಿದಿದೆ. ಉಳಿದದ್ದನ್ನು ಆರ್ಡರ್ ಮಾಡಲು ಇದನ್ನು ತೆಗೆಯಿರಿ.",
  },
  fewLeftLine: {
    en: "Only {number} left. Lower the quantity to order.",
    hi: "केवल {number} बचे हैं। ऑर्डर करने के लिए मात्रा घटाएँ।",
    kn: "{number} ಮಾತ್ರ ಉಳಿದಿವೆ. ಆರ್ಡರ್ ಮಾಡಲು ಪ್ರಮಾಣ ಕಡಿಮೆ ಮಾಡಿ.",
  },
  soldOutOf: {
    en: "{product}: Sold out. Remove it to order the rest.",
    hi: "{product}: स्टॉक खत्म। बाकी ऑर्डर करने के लिए इसे हटाएँ।",
    kn: "{product}: ಸ್ಟಾಕ್ ಮುಗಿದಿದೆ. ಉಳಿದದ್ದನ್ನು ಆರ್ಡರ್ ಮಾಡಲು ಇದನ್ನು ತೆಗೆಯಿರಿ.",
  },
  fewLeftOf: {
    en: "{product}: Only {number} left. Lower the quantity to order.",
    hi: "{product}: केवल {number} बचे हैं। ऑर्डर करने के लिए मात्रा घटाएँ।",
    kn: "{product}: {number} ಮಾತ್ರ ಉಳಿದಿವೆ. ಆರ್ಡರ್ ಮಾಡಲು ಪ್ರಮಾಣ ಕಡಿಮೆ ಮಾಡಿ.",
  },
  soldOut: { en: "{product} is sold out", hi: "{product} स्टॉक में नहीं है", kn: "{product} ಸ್ಟಾಕ್‌ನಲ್ಲಿ ಇಲ್ಲ" },
  fewLeft: {
    en: "{requested} of {product} ordered, {available} left",
    hi: "{product} के {requested} ऑर्डर किए गए, {available} बचे हैं",
    kn: "{product}: {requested} ಆರ್ಡರ್ ಮಾಡಲಾಗಿದೆ, {available} ಉಳಿದಿವೆ",
  },
  changeQuantity: {
    en: "{shortages}. Change the quantity and order again.",
    hi: "{shortages}। मात्रा बदलकर फिर से ऑर्डर करें।",
    kn: "{shortages}. ಪ್ರಮಾಣ ಬದಲಾಯಿಸಿ ಮತ್ತೆ ಆರ್ಡರ್ ಮಾಡಿ.",
  },
  placedBefore: {
    en: "Order {order} was placed before with other contents. Start a new order.",
    hi: "ऑर्डर {order} पहले दूसरे सामान के साथ दिया जा चुका है। नया ऑर्डर शुरू करें।",
    kn: "ಆರ್ಡರ್ {order} ಅನ್ನು ಮೊದಲೇ ಬೇರೆ ವಸ್ತುಗಳೊಂದಿಗೆ ಮಾಡಲಾಗಿದೆ. ಹೊಸ ಆರ್ಡರ್ ಆರಂಭಿಸಿ.",
  },
  numberTaken: {
    en: "The number {order} belongs to another order. Start a new order.",
    hi: "नंबर {order} किसी दूसरे ऑर्डर का है। नया ऑर्डर शुरू करें।",
    kn: "ಸಂಖ್ಯೆ {order} ಬೇರೊಂದು ಆರ್ಡರ್‌ನದ್ದಾಗಿದೆ. ಹೊಸ ಆರ್ಡರ್ ಆರಂಭಿಸಿ.",
  },
  placedOtherwise: {
    en: "The order was placed without this payment.",
    hi: "ऑर्डर इस भुगतान के बिना ही दिया जा चुका है।",
    kn: "ಈ ಪಾವತಿಯಿಲ್ಲದೆಯೇ ಆರ್ಡರ್ ಮಾಡಲಾಗಿದೆ.",
  },
  paidTooLate: {
    en: "The payment came too long after the checkout. Fill your cart and order again.",
    hi: "भुगतान बहुत देर से आया। अपना कार्ट भरकर फिर से ऑर्डर करें।",
    kn: "ಪಾವತಿ ಬಹಳ ತಡವಾಗಿ ಬಂದಿದೆ. ನಿಮ್ಮ ಕಾರ್ಟ್ ತುಂಬಿಸಿ ಮತ್ತೆ ಆರ್ಡರ್ ಮಾಡಿ.",
  },
  accountClosed: { en: "The account was closed.", hi: "खाता बंद कर दिया गया है।", kn: "ಖಾತೆಯನ್ನು ಮುಚ್ಚಲಾಗಿದೆ." },
  wrongCode: {
    en: "This code is not right, or no longer good. Look at the latest email, or ask for a new code.",
    hi: "यह कोड सही नहीं है, या अब मान्य नहीं है। सबसे नया ईमेल देखें, या नया कोड माँगें।",
    kn: "ಈ ಕೋಡ್ ಸರಿಯಿಲ್ಲ, ಅಥವಾ ಇನ್ನು ಮಾನ್ಯವಲ್ಲ. ಇತ್ತೀಚಿನ ಇಮೇಲ್ ನೋಡಿ, ಅಥವಾ ಹೊಸ ಕೋಡ್ ಕೇಳಿ.",
  },
  tooManyWrong: {
    en: "Too many wrong codes were entered lately, so codes of six digits have to wait. Ask for a new code: it is longer, and good at once.",
    hi: "हाल में बहुत सारे गलत कोड लिखे गए, इसलिए छह अंकों के कोड को रुकना होगा। नया कोड माँगें: वह लंबा होता है और तुरंत काम करता है।",
    kn: "ಇತ್ತೀಚೆಗೆ ಹಲವು ತಪ್ಪು ಕೋಡ್‌ಗಳನ್ನು ನಮೂದಿಸಲಾಗಿದೆ, ಹಾಗಾಗಿ ಆರು ಅಂಕಿಗಳ ಕೋಡ್‌ಗಳು ಕಾಯಬೇಕು. ಹೊಸ ಕೋಡ್ ಕೇಳಿ: ಅದು ಉದ್ದವಾಗಿದ್ದು, ಕೂಡಲೇ ಕೆಲಸ ಮಾಡುತ್ತದೆ.",
  },
  tooManyCodes: {
    en: "Too many codes were asked for. Wait {number} minutes and send the form again.",
    hi: "बहुत सारे कोड माँगे गए। {number} मिनट रुककर फ़ॉर्म फिर भेजें।",
    kn: "ಹಲವು ಕೋಡ್‌ಗಳನ್ನು ಕೇಳಲಾಗಿದೆ. {number} ನಿಮಿಷ ಕಾದು ಫಾರ್ಮ್ ಅನ್ನು ಮತ್ತೆ ಕಳುಹಿಸಿ.",
  },
  tooManyOrders: {
    en: "Too many orders came from your network. Wait {number} minutes and send the form again.",
    hi: "आपके नेटवर्क से बहुत सारे ऑर्डर आए। {number} मिनट रुककर फ़ॉर्म फिर भेजें।",
    kn: "ನಿಮ್ಮ ನೆಟ್‌ವರ್ಕ್‌ನಿಂದ ಹಲವು ಆರ್ಡರ್‌ಗಳು ಬಂದಿವೆ. {number} ನಿಮಿಷ ಕಾದು ಫಾರ್ಮ್ ಅನ್ನು ಮತ್ತೆ ಕಳುಹಿಸಿ.",
  },
  tooBusy: {
    en: "We could not do this in time. Wait a few seconds and try again; a form that is sent again counts once.",
    hi: "हम इसे समय पर नहीं कर पाए। कुछ सेकंड रुककर फिर कोशिश करें; दोबारा भेजा गया फ़ॉर्म एक ही बार गिना जाता है।",
    kn: "ಇದನ್ನು ಸಮಯಕ್ಕೆ ಮಾಡಲು ಆಗಲಿಲ್ಲ. ಕೆಲವು ಸೆಕೆಂಡ್ ಕಾದು ಮತ್ತೆ ಪ್ರಯತ್ನಿಸಿ; ಮತ್ತೆ ಕಳುಹಿಸಿದ ಫಾರ್ಮ್ ಒಂದೇ ಬಾರಿ ಎಣಿಕೆಯಾಗುತ್ತದೆ.",
  },
  noQuietEnd: {
    en: "Choose when your quiet hours end.",
    hi: "चुनें कि आपका शांत समय कब खत्म होता है।",
    kn: "ನಿಮ್ಮ ಶಾಂತ ಸಮಯ ಯಾವಾಗ ಮುಗಿಯುತ್ತದೆ ಎಂದು ಆಯ್ಕೆಮಾಡಿ.",
  },
  noQuietBeginning: {
    en: "Choose when your quiet hours begin.",
    hi: "चुनें कि आपका शांत समय कब शुरू होता है।",
    kn: "ನಿಮ್ಮ ಶಾಂತ ಸಮಯ ಯಾವಾಗ ಆರಂಭವಾಗುತ್ತದೆ ಎಂದು ಆಯ್ಕೆಮಾಡಿ.",
  },
  sameQuietHours: {
    en: "Choose another time: quiet hours cannot end when they begin.",
    hi: "कोई और समय चुनें: शांत समय जिस समय शुरू हो, उसी समय खत्म नहीं हो सकता।",
    kn: "ಬೇರೆ ಸಮಯ ಆಯ್ಕೆಮಾಡಿ: ಶಾಂತ ಸಮಯ ಆರಂಭವಾದಾಗಲೇ ಮುಗಿಯಲು ಸಾಧ್ಯವಿಲ್ಲ.",
  },
  oddTime: {
    en: "Choose a time from the list.",
    hi: "सूची में से समय चुनें।",
    kn: "ಪಟ್ಟಿಯಿಂದ ಸಮಯ ಆಯ್ಕೆಮಾಡಿ.",
  },
});

/** Sentences in which others stand: they are told in the reader's language as well. */
const nested: ReadonlySet<string> = new Set(["shortages"]);

const patterns = Object.values<Entry>(refusalWords).flatMap((entry) =>
  formsOf(entry.en).map((text) => ({ entry, ...patternOf(text) })),
);

/** What a command or a store says in English, in the language of a locale; a sentence that nobody translated stays. */
export function sayRefusal(message: string, locale: string | undefined): string {
  if (languageOf(locale) === sourceLanguage) return message;
  for (const { entry, pattern, names } of patterns) {
    const found = pattern.exec(message);
    if (!found) continue;
    const values = names.map((name, place) => [name, translated(name, found[place + 1] ?? "", locale)]);
    return fill<string>(entry, languageOf(locale), Object.fromEntries(values)).join("");
  }
  return message;
}

function translated(name: string, value: string, locale: string | undefined): string {
  if (!nested.has(name)) return value;
  return value
    .split("; ")
    .map((each) => sayRefusal(each, locale))
    .join("; ");
}

function patternOf(text: string): { pattern: RegExp; names: string[] } {
  const parts = text.split(/\{(\w+)\}/);
  const source = parts.map((part, place) =>
    place % 2 === 1 ? "(.+)" : part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"),
  );
  return {
    pattern: new RegExp(`^${source.join("")}$`, "su"),
    names: parts.filter((_part, place) => place % 2 === 1),
  };
}
