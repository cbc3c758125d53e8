import { catalogue } from "@org/stores/mohallamart/words/catalogue";

/** What stands where a page failed. Every page brings these to the browser in its reader's language, so nothing else is among them. */
export const errorWords = catalogue({
  tooLargeTitle: {
    en: "That form is too large",
    hi: "वह फ़ॉर्म बहुत बड़ा है",
    kn: "ಆ ಫಾರ್ಮ್ ತುಂಬಾ ದೊಡ್ಡದಾಗಿದೆ",
  },
  tooLarge: {
    en: "A form may hold {size} KB, so nothing was read and nothing was saved. Shorten what you entered and send it again.",
    hi: "एक फ़ॉर्म में {size} KB तक आ सकता है, इसलिए कुछ पढ़ा या सहेजा नहीं गया। जो लिखा है उसे छोटा करके फिर भेजें।",
    kn: "ಒಂದು ಫಾರ್ಮ್‌ನಲ್ಲಿ {size} KB ಇರಬಹುದು, ಆದ್ದರಿಂದ ಏನನ್ನೂ ಓದಿಲ್ಲ, ಉಳಿಸಿಲ್ಲ. ಬರೆದಿದ್ದನ್ನು ಚಿಕ್ಕದಾಗಿಸಿ ಮತ್ತೆ ಕಳುಹಿಸಿ.",
  },
  notAFormTitle: {
    en: "That form cannot be read",
    hi: "वह फ़ॉर्म पढ़ा नहीं जा सकता",
    kn: "ಆ ಫಾರ್ಮ್ ಅನ್ನು ಓದಲಾಗುತ್ತಿಲ್ಲ",
  },
  notAForm: {
    en: "It arrived damaged, so nothing was saved. Open the page again and send its form once more.",
    hi: "वह ख़राब होकर पहुँचा, इसलिए कुछ सहेजा नहीं गया। पेज फिर से खोलें और फ़ॉर्म दोबारा भेजें।",
    kn: "ಅದು ಹಾಳಾಗಿ ಬಂದಿದೆ, ಆದ್ದರಿಂದ ಏನನ್ನೂ ಉಳಿಸಿಲ್ಲ. ಪುಟವನ್ನು ಮತ್ತೆ ತೆರೆದು ಫಾರ್ಮ್ ಅನ್ನು ಇನ್ನೊಮ್ಮೆ ಕಳುಹಿಸಿ.",
  },
  tooBusyTitle: {
    en: "There is too much going on right now",
    hi: "अभी बहुत भीड़ है",
    kn: "ಈಗ ತುಂಬಾ ದಟ್ಟಣೆ ಇದೆ",
  },
  tooBusy: {
    en: "We could not do this in time. Wait a few seconds and try again; a form that is sent again counts once.",
    hi: "हम इसे समय पर नहीं कर सके। कुछ सेकंड रुककर फिर कोशिश करें; दोबारा भेजा गया फ़ॉर्म एक ही बार गिना जाता है।",
    kn: "ಇದನ್ನು ಸಮಯಕ್ಕೆ ಸರಿಯಾಗಿ ಮಾಡಲಾಗಲಿಲ್ಲ. ಕೆಲವು ಸೆಕೆಂಡು ಕಾದು ಮತ್ತೆ ಪ್ರಯತ್ನಿಸಿ; ಮತ್ತೆ ಕಳುಹಿಸಿದ ಫಾರ್ಮ್ ಒಂದೇ ಬಾರಿ ಎಣಿಕೆಯಾಗುತ್ತದೆ.",
  },
  failedTitle: { en: "That did not work", hi: "यह नहीं हो सका", kn: "ಅದು ಆಗಲಿಲ್ಲ" },
  failed: {
    en: "Something on our side failed. What was not confirmed was not ordered, so nothing is lost. Try again in a moment.",
    hi: "हमारी तरफ़ कुछ गड़बड़ हुई। जिसकी पुष्टि नहीं हुई उसका ऑर्डर नहीं हुआ, इसलिए कुछ खोया नहीं। थोड़ी देर में फिर कोशिश करें।",
    kn: "ನಮ್ಮ ಕಡೆ ಏನೋ ತಪ್ಪಾಗಿದೆ. ಖಚಿತವಾಗದ್ದು ಆರ್ಡರ್ ಆಗಿಲ್ಲ, ಆದ್ದರಿಂದ ಏನೂ ನಷ್ಟವಾಗಿಲ್ಲ. ಸ್ವಲ್ಪ ಸಮಯದ ನಂತರ ಮತ್ತೆ ಪ್ರಯತ್ನಿಸಿ.",
  },
  again: { en: "Try again", hi: "फिर कोशिश करें", kn: "ಮತ್ತೆ ಪ್ರಯತ್ನಿಸಿ" },
  tellNumber: {
    en: "If it happens again, tell us this number: {digest}",
    hi: "यदि यह फिर हो, तो हमें यह संख्या बताएँ: {digest}",
    kn: "ಇದು ಮತ್ತೆ ಆದರೆ, ಈ ಸಂಖ್ಯೆಯನ್ನು ನಮಗೆ ತಿಳಿಸಿ: {digest}",
  },
});
