import { catalogue } from "@org/stores/mohallamart/words/catalogue";

/** What those who want to open a shop are told. */
export const applicationWords = catalogue({
  whyApplied: {
    en: "You get this email because you applied to open a shop at {brand}.",
    hi: "आपको यह ईमेल इसलिए मिला है क्योंकि आपने {brand} पर दुकान खोलने के लिए आवेदन किया था।",
    kn: "ನೀವು {brand} ನಲ್ಲಿ ಅಂಗಡಿ ತೆರೆಯಲು ಅರ್ಜಿ ಸಲ್ಲಿಸಿರುವುದರಿಂದ ಈ ಇಮೇಲ್ ನಿಮಗೆ ಬಂದಿದೆ.",
  },
  applyAgain: { en: "apply again", hi: "फिर से आवेदन करें", kn: "ಮತ್ತೆ ಅರ್ಜಿ ಸಲ್ಲಿಸಿ" },
  lapsedSubject: {
    en: "Your application for {shop} has lapsed",
    hi: "{shop} के लिए आपके आवेदन की अवधि समाप्त हो गई है",
    kn: "{shop} ಗಾಗಿ ನಿಮ್ಮ ಅರ್ಜಿಯ ಅವಧಿ ಮುಗಿದಿದೆ",
  },
  lapsedTitle: {
    en: "Your application has lapsed",
    hi: "आपके आवेदन की अवधि समाप्त हो गई है",
    kn: "ನಿಮ್ಮ ಅರ್ಜಿಯ ಅವಧಿ ಮುಗಿದಿದೆ",
  },
  lapsed: {
    en: "we could not verify {shop} within 14 days, and so your application has lapsed. We are sorry. You are welcome to {again}.",
    hi: "हम 14 दिनों में {shop} की पुष्टि नहीं कर पाए, इसलिए आपके आवेदन की अवधि समाप्त हो गई है। हमें खेद है। आप चाहें तो {again}।",
    kn: "14 ದಿನಗಳಲ್ಲಿ {shop} ಅನ್ನು ಪರಿಶೀಲಿಸಲು ನಮಗೆ ಆಗಲಿಲ್ಲ, ಹಾಗಾಗಿ ನಿಮ್ಮ ಅರ್ಜಿಯ ಅವಧಿ ಮುಗಿದಿದೆ. ಕ್ಷಮಿಸಿ. ನೀವು ಬಯಸಿದರೆ {again}.",
  },
  rejectedSubject: {
    en: "Your application for {shop} was turned down",
    hi: "{shop} के लिए आपका आवेदन स्वीकार नहीं हुआ",
    kn: "{shop} ಗಾಗಿ ನಿಮ್ಮ ಅರ್ಜಿ ಸ್ವೀಕೃತವಾಗಿಲ್ಲ",
  },
  rejectedTitle: {
    en: "Your application was turned down",
    hi: "आपका आवेदन स्वीकार नहीं हुआ",
    kn: "ನಿಮ್ಮ ಅರ್ಜಿ ಸ್ವೀಕೃತವಾಗಿಲ್ಲ",
  },
  rejected: {
    en: "we cannot open {shop} at the moment. This is why:",
    hi: "हम अभी {shop} नहीं खोल सकते। इसका कारण यह है:",
    kn: "ಸದ್ಯ ನಾವು {shop} ಅನ್ನು ತೆರೆಯಲು ಸಾಧ್ಯವಿಲ್ಲ. ಕಾರಣ ಹೀಗಿದೆ:",
  },
  onceDifferent: {
    en: "Once that is different you are welcome to {again}; it is a new application then.",
    hi: "जब यह बदल जाए तो आप चाहें तो {again}; तब वह नया आवेदन होगा।",
    kn: "ಇದು ಬದಲಾದ ನಂತರ ನೀವು ಬಯಸಿದರೆ {again}; ಆಗ ಅದು ಹೊಸ ಅರ್ಜಿಯಾಗುತ್ತದೆ.",
  },
  approvedTitle: { en: "{shop} is open", hi: "{shop} खुल गई है", kn: "{shop} ತೆರೆದಿದೆ" },
  approved: {
    en: "welcome to {brand}! Customers see your shop from now on. To begin:",
    hi: "{brand} में आपका स्वागत है! अब से ग्राहकों को आपकी दुकान दिखती है। शुरू करने के लिए:",
    kn: "{brand} ಗೆ ಸ್ವಾಗತ! ಇನ್ನು ಮುಂದೆ ಗ್ರಾಹಕರಿಗೆ ನಿಮ್ಮ ಅಂಗಡಿ ಕಾಣುತ್ತದೆ. ಆರಂಭಿಸಲು:",
  },
  stepSignIn: {
    en: "1. Sign in with {email}. There is no password: we send a code to this address.",
    hi: "1. {email} से साइन इन करें। कोई पासवर्ड नहीं है: हम इस पते पर कोड भेजते हैं।",
    kn: "1. {email} ನಿಂದ ಸೈನ್ ಇನ್ ಆಗಿ. ಪಾಸ್‌ವರ್ಡ್ ಇಲ್ಲ: ಈ ವಿಳಾಸಕ್ಕೆ ನಾವು ಕೋಡ್ ಕಳುಹಿಸುತ್ತೇವೆ.",
  },
  stepShelf: {
    en: "2. Put your products on the shelf, each with its price and how many you have.",
    hi: "2. अपना सामान जोड़ें, हर एक का दाम और आपके पास कितना है, यह लिखें।",
    kn: "2. ನಿಮ್ಮ ವಸ್ತುಗಳನ್ನು ಸೇರಿಸಿ, ಪ್ರತಿಯೊಂದರ ಬೆಲೆ ಮತ್ತು ಎಷ್ಟಿದೆ ಎಂದು ನಮೂದಿಸಿ.",
  },
  stepMail: {
    en: "3. Keep an eye on your mail: every order comes there with what to pack.",
    hi: "3. अपना ईमेल देखते रहें: हर ऑर्डर वहीं आता है, साथ में क्या पैक करना है।",
    kn: "3. ನಿಮ್ಮ ಇಮೇಲ್ ಗಮನಿಸುತ್ತಿರಿ: ಪ್ರತಿ ಆರ್ಡರ್ ಏನು ಪ್ಯಾಕ್ ಮಾಡಬೇಕೆಂಬ ವಿವರದೊಂದಿಗೆ ಅಲ್ಲಿಗೆ ಬರುತ್ತದೆ.",
  },
  signIn: { en: "Sign in to your shop", hi: "अपनी दुकान में साइन इन करें", kn: "ನಿಮ್ಮ ಅಂಗಡಿಗೆ ಸೈನ್ ಇನ್ ಆಗಿ" },
  confirmSubject: {
    en: "Confirm your application at {brand}",
    hi: "{brand} पर अपने आवेदन की पुष्टि करें",
    kn: "{brand} ನಲ್ಲಿ ನಿಮ್ಮ ಅರ್ಜಿಯನ್ನು ದೃಢೀಕರಿಸಿ",
  },
  confirmTitle: { en: "Is this your address?", hi: "क्या यह आपका पता है?", kn: "ಇದು ನಿಮ್ಮ ವಿಳಾಸವೇ?" },
  whyConfirm: {
    en: "You get this email because somebody applied with this address to open a shop at {brand}.",
    hi: "आपको यह ईमेल इसलिए मिला है क्योंकि किसी ने इस पते से {brand} पर दुकान खोलने के लिए आवेदन किया है।",
    kn: "ಈ ವಿಳಾಸದಿಂದ ಯಾರೋ {brand} ನಲ್ಲಿ ಅಂಗಡಿ ತೆರೆಯಲು ಅರ್ಜಿ ಸಲ್ಲಿಸಿರುವುದರಿಂದ ಈ ಇಮೇಲ್ ನಿಮಗೆ ಬಂದಿದೆ.",
  },
  confirmAsk: {
    en: "somebody filled in the application to open {shop} with your address. Follow this link to confirm it; then we verify who keeps the shop.",
    hi: "किसी ने आपके पते से {shop} खोलने का आवेदन भरा है। पुष्टि करने के लिए इस लिंक पर जाएँ; उसके बाद हम जाँचेंगे कि दुकान कौन चलाता है।",
    kn: "ಯಾರೋ ನಿಮ್ಮ ವಿಳಾಸದಿಂದ {shop} ತೆರೆಯುವ ಅರ್ಜಿ ತುಂಬಿದ್ದಾರೆ. ದೃಢೀಕರಿಸಲು ಈ ಲಿಂಕ್ ತೆರೆಯಿರಿ; ನಂತರ ಅಂಗಡಿಯನ್ನು ಯಾರು ನಡೆಸುತ್ತಾರೆ ಎಂದು ನಾವು ಪರಿಶೀಲಿಸುತ್ತೇವೆ.",
  },
  confirmOneDay: {
    en: "The link is good for one day. If it was not you, do nothing: nobody has applied, and what was filled in is gone tomorrow.",
    hi: "यह लिंक एक दिन तक चलेगा। अगर यह आपने नहीं किया, तो कुछ न करें: कोई आवेदन नहीं हुआ है, और भरी गई जानकारी कल मिट जाएगी।",
    kn: "ಈ ಲಿಂಕ್ ಒಂದು ದಿನ ಮಾತ್ರ ಕೆಲಸ ಮಾಡುತ್ತದೆ. ಅದು ನೀವಲ್ಲದಿದ್ದರೆ ಏನೂ ಮಾಡಬೇಡಿ: ಯಾರೂ ಅರ್ಜಿ ಸಲ್ಲಿಸಿಲ್ಲ, ತುಂಬಿದ ಮಾಹಿತಿ ನಾಳೆ ಅಳಿಸಿಹೋಗುತ್ತದೆ.",
  },
  confirmNow: {
    en: "Confirm my application",
    hi: "मेरे आवेदन की पुष्टि करें",
    kn: "ನನ್ನ ಅರ್ಜಿಯನ್ನು ದೃಢೀಕರಿಸಿ",
  },
});
