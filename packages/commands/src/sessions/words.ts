import { catalogue } from "@org/stores/mohallamart/words/catalogue";

/** Emails about signing in, and what the forms say; 10 Ocean's people read English. */
export const signInWords = catalogue({
  subject: {
    en: "{code} is your {product} sign-in code",
    hi: "{code} आपका {product} साइन-इन कोड है",
    kn: "{code} ನಿಮ್ಮ {product} ಸೈನ್-ಇನ್ ಕೋಡ್",
  },
  title: {
    en: "Your {product} sign-in code",
    hi: "आपका {product} साइन-इन कोड",
    kn: "ನಿಮ್ಮ {product} ಸೈನ್-ಇನ್ ಕೋಡ್",
  },
  enter: {
    en: "Enter this code where you asked for it, to sign in at {product}. It is good for 10 minutes and once.",
    hi: "{product} में साइन इन करने के लिए यह कोड वहीं लिखें जहाँ आपने इसे माँगा था। यह 10 मिनट तक और एक ही बार काम करता है।",
    kn: "{product} ಗೆ ಸೈನ್ ಇನ್ ಆಗಲು, ಈ ಕೋಡ್ ಅನ್ನು ನೀವು ಕೇಳಿದ ಕಡೆಯೇ ನಮೂದಿಸಿ. ಇದು 10 ನಿಮಿಷ ಮತ್ತು ಒಮ್ಮೆ ಮಾತ್ರ ಕೆಲಸ ಮಾಡುತ್ತದೆ.",
  },
  giveToNobody: {
    en: "Give it to nobody, whoever asks. If you did not ask for it, someone typed in your address: ignore this email.",
    hi: "इसे किसी को न दें, चाहे कोई भी माँगे। अगर आपने इसे नहीं माँगा, तो किसी ने आपका पता लिख दिया है: इस ईमेल पर ध्यान न दें।",
    kn: "ಯಾರು ಕೇಳಿದರೂ ಇದನ್ನು ನೀಡಬೇಡಿ. ನೀವು ಕೇಳಿಲ್ಲದಿದ್ದರೆ, ಯಾರೋ ನಿಮ್ಮ ವಿಳಾಸವನ್ನು ನಮೂದಿಸಿದ್ದಾರೆ: ಈ ಇಮೇಲ್ ಅನ್ನು ಕಡೆಗಣಿಸಿ.",
  },
  wrongSubject: {
    en: "{wrong} wrong sign-in codes for your {product} account",
    hi: "आपके {product} खाते के लिए {wrong} गलत साइन-इन कोड",
    kn: "ನಿಮ್ಮ {product} ಖಾತೆಗೆ {wrong} ತಪ್ಪು ಸೈನ್-ಇನ್ ಕೋಡ್‌ಗಳು",
  },
  wrongTitle: {
    en: "Somebody entered wrong codes",
    hi: "किसी ने गलत कोड लिखे",
    kn: "ಯಾರೋ ತಪ್ಪು ಕೋಡ್‌ಗಳನ್ನು ನಮೂದಿಸಿದ್ದಾರೆ",
  },
  wrongMany: {
    en: "Within a few days, {wrong} wrong codes were entered at {product} with your email address. None of them let anybody in.",
    hi: "कुछ ही दिनों में {product} पर आपके ईमेल पते से {wrong} गलत कोड लिखे गए। उनमें से किसी से कोई अंदर नहीं आ सका।",
    kn: "ಕೆಲವೇ ದಿನಗಳಲ್ಲಿ {product} ನಲ್ಲಿ ನಿಮ್ಮ ಇಮೇಲ್ ವಿಳಾಸದೊಂದಿಗೆ {wrong} ತಪ್ಪು ಕೋಡ್‌ಗಳನ್ನು ನಮೂದಿಸಲಾಗಿದೆ. ಅವುಗಳಿಂದ ಯಾರಿಗೂ ಪ್ರವೇಶ ಸಿಗಲಿಲ್ಲ.",
  },
  wrongWhatNow: {
    en: "If that was you, there is nothing to do. If not, somebody is guessing. They have to wait longer after each wrong code, and you do not: a browser in which you have signed in before is not affected, and in a new one you get a longer code that is good at once.",
    hi: "अगर वह आप थे, तो कुछ करने की ज़रूरत नहीं है। अगर नहीं, तो कोई अंदाज़ा लगा रहा है। हर गलत कोड के बाद उसे ज़्यादा इंतज़ार करना पड़ता है, आपको नहीं: जिस ब्राउज़र में आप पहले साइन इन कर चुके हैं उस पर असर नहीं होता, और नए ब्राउज़र में आपको लंबा कोड मिलता है जो तुरंत काम करता है।",
    kn: "ಅದು ನೀವೇ ಆಗಿದ್ದರೆ, ಏನೂ ಮಾಡಬೇಕಾಗಿಲ್ಲ. ಇಲ್ಲದಿದ್ದರೆ, ಯಾರೋ ಊಹಿಸುತ್ತಿದ್ದಾರೆ. ಪ್ರತಿ ತಪ್ಪು ಕೋಡ್‌ನ ನಂತರ ಅವರು ಹೆಚ್ಚು ಕಾಯಬೇಕು, ನೀವಲ್ಲ: ನೀವು ಮೊದಲು ಸೈನ್ ಇನ್ ಆದ ಬ್ರೌಸರ್‌ಗೆ ಪರಿಣಾಮವಿಲ್ಲ, ಹೊಸದರಲ್ಲಿ ಕೂಡಲೇ ಕೆಲಸ ಮಾಡುವ ಉದ್ದದ ಕೋಡ್ ನಿಮಗೆ ಸಿಗುತ್ತದೆ.",
  },
  wrongWhere: {
    en: "Give a code to nobody, whoever asks. Where you are signed in, and passkeys, which nobody can guess:",
    hi: "कोड किसी को न दें, चाहे कोई भी माँगे। आप कहाँ-कहाँ साइन इन हैं, और पासकी, जिनका कोई अंदाज़ा नहीं लगा सकता:",
    kn: "ಯಾರು ಕೇಳಿದರೂ ಕೋಡ್ ನೀಡಬೇಡಿ. ನೀವು ಎಲ್ಲೆಲ್ಲಿ ಸೈನ್ ಇನ್ ಆಗಿದ್ದೀರಿ, ಮತ್ತು ಯಾರೂ ಊಹಿಸಲಾಗದ ಪಾಸ್‌ಕೀಗಳು:",
  },
});
