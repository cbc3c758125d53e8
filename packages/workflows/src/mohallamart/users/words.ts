import { catalogue } from "@org/stores/mohallamart/words/catalogue";

/** What a new customer is told. */
export const welcomeWords = catalogue({
  subject: { en: "Welcome to {brand}", hi: "{brand} में आपका स्वागत है", kn: "{brand} ಗೆ ಸ್ವಾಗತ" },
  preview: {
    en: "Set up your account in three steps",
    hi: "तीन चरणों में अपना खाता तैयार करें",
    kn: "ಮೂರು ಹಂತಗಳಲ್ಲಿ ನಿಮ್ಮ ಖಾತೆಯನ್ನು ಸಿದ್ಧಪಡಿಸಿ",
  },
  title: { en: "Welcome, {name}", hi: "स्वागत है, {name} जी", kn: "ಸ್ವಾಗತ, {name} ಅವರೇ" },
  why: {
    en: "You get this email because an account was opened at {brand} with your address.",
    hi: "आपको यह ईमेल इसलिए मिला है क्योंकि आपके पते से {brand} पर खाता खोला गया है।",
    kn: "ನಿಮ್ಮ ವಿಳಾಸದೊಂದಿಗೆ {brand} ನಲ್ಲಿ ಖಾತೆ ತೆರೆದಿರುವುದರಿಂದ ಈ ಇಮೇಲ್ ನಿಮಗೆ ಬಂದಿದೆ.",
  },
  intro: {
    en: "{brand} is where the shops around the corner sell online. There is no password: you sign in with a code that we send to this address.",
    hi: "{brand} पर आपके पड़ोस की दुकानें ऑनलाइन सामान बेचती हैं। यहाँ कोई पासवर्ड नहीं है: आप उस कोड से साइन इन करते हैं जो हम इस पते पर भेजते हैं।",
    kn: "{brand} ನಲ್ಲಿ ನಿಮ್ಮ ನೆರೆಹೊರೆಯ ಅಂಗಡಿಗಳು ಆನ್‌ಲೈನ್‌ನಲ್ಲಿ ಮಾರಾಟ ಮಾಡುತ್ತವೆ. ಪಾಸ್‌ವರ್ಡ್ ಇಲ್ಲ: ಈ ವಿಳಾಸಕ್ಕೆ ನಾವು ಕಳುಹಿಸುವ ಕೋಡ್‌ನಿಂದ ನೀವು ಸೈನ್ ಇನ್ ಆಗುತ್ತೀರಿ.",
  },
  setUp: { en: "Set up {account}:", hi: "{account} तैयार करें:", kn: "{account} ಸಿದ್ಧಪಡಿಸಿ:" },
  account: { en: "your account", hi: "अपना खाता", kn: "ನಿಮ್ಮ ಖಾತೆಯನ್ನು" },
  stepName: {
    en: "1. Check your name, and add a phone if the shop should be able to call you.",
    hi: "1. अपना नाम जाँचें, और अगर दुकान आपको फ़ोन कर सके तो फ़ोन नंबर जोड़ें।",
    kn: "1. ನಿಮ್ಮ ಹೆಸರನ್ನು ಪರಿಶೀಲಿಸಿ, ಅಂಗಡಿಯವರು ನಿಮಗೆ ಕರೆ ಮಾಡಬೇಕಾದರೆ ಫೋನ್ ಸಂಖ್ಯೆ ಸೇರಿಸಿ.",
  },
  stepArea: {
    en: "2. Name your neighbourhood, so that the shops near you come first.",
    hi: "2. अपना मोहल्ला बताएँ, ताकि आपके पास की दुकानें पहले दिखें।",
    kn: "2. ನಿಮ್ಮ ಬಡಾವಣೆಯನ್ನು ತಿಳಿಸಿ, ಆಗ ನಿಮ್ಮ ಹತ್ತಿರದ ಅಂಗಡಿಗಳು ಮೊದಲು ಕಾಣುತ್ತವೆ.",
  },
  stepChannels: {
    en: "3. Choose how we may write to you: email, SMS or the app.",
    hi: "3. चुनें कि हम आपको कैसे लिखें: ईमेल, SMS या ऐप से।",
    kn: "3. ನಾವು ನಿಮಗೆ ಹೇಗೆ ಬರೆಯಬೇಕೆಂದು ಆಯ್ಕೆಮಾಡಿ: ಇಮೇಲ್, SMS ಅಥವಾ ಆ್ಯಪ್.",
  },
  fillBasket: {
    en: "Then fill your basket. Every shop packs its own order, and its page tells you when.",
    hi: "फिर अपनी टोकरी भरें। हर दुकान अपना ऑर्डर खुद पैक करती है, और ऑर्डर का पेज आपको बताता है कि कब।",
    kn: "ನಂತರ ನಿಮ್ಮ ಬುಟ್ಟಿ ತುಂಬಿಸಿ. ಪ್ರತಿ ಅಂಗಡಿ ತನ್ನ ಆರ್ಡರ್ ಅನ್ನು ತಾನೇ ಪ್ಯಾಕ್ ಮಾಡುತ್ತದೆ, ಯಾವಾಗ ಎಂದು ಆರ್ಡರ್‌ನ ಪುಟ ತಿಳಿಸುತ್ತದೆ.",
  },
  seeShops: { en: "See the shops", hi: "दुकानें देखें", kn: "ಅಂಗಡಿಗಳನ್ನು ನೋಡಿ" },
});
