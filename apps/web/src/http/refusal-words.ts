import { catalogue } from "@org/stores/mohallamart/words/catalogue";

/** What a page says in place of what was asked for, before any route runs. */
export const refusalPageWords = catalogue({
  badAddressTitle: {
    en: "This address cannot be read",
    hi: "यह पता पढ़ा नहीं जा सकता",
    kn: "ಈ ವಿಳಾಸವನ್ನು ಓದಲಾಗುತ್ತಿಲ್ಲ",
  },
  badAddress: {
    en: "It holds a broken % sign. Copy the address in full and open it again.",
    hi: "इसमें % का चिह्न अधूरा है। पूरा पता कॉपी करके फिर से खोलें।",
    kn: "ಇದರಲ್ಲಿ % ಚಿಹ್ನೆ ಅಪೂರ್ಣವಾಗಿದೆ. ಪೂರ್ಣ ವಿಳಾಸವನ್ನು ನಕಲಿಸಿ ಮತ್ತೆ ತೆರೆಯಿರಿ.",
  },
  methodNotAllowedTitle: {
    en: "This address cannot be used that way",
    hi: "इस पते का उपयोग इस तरह नहीं हो सकता",
    kn: "ಈ ವಿಳಾಸವನ್ನು ಹಾಗೆ ಬಳಸಲಾಗದು",
  },
  methodNotAllowed: {
    en: "Pages are opened with GET and forms are sent with POST. Open the page and use its form.",
    hi: "पेज GET से खुलते हैं और फ़ॉर्म POST से भेजे जाते हैं। पेज खोलें और उसका फ़ॉर्म भरें।",
    kn: "ಪುಟಗಳನ್ನು GET ಮೂಲಕ ತೆರೆಯಲಾಗುತ್ತದೆ, ಫಾರ್ಮ್‌ಗಳನ್ನು POST ಮೂಲಕ ಕಳುಹಿಸಲಾಗುತ್ತದೆ. ಪುಟವನ್ನು ತೆರೆದು ಅದರ ಫಾರ್ಮ್ ಬಳಸಿ.",
  },
  fromElsewhereTitle: {
    en: "That form came from another site",
    hi: "वह फ़ॉर्म किसी दूसरी साइट से आया",
    kn: "ಆ ಫಾರ್ಮ್ ಬೇರೊಂದು ಸೈಟ್‌ನಿಂದ ಬಂದಿದೆ",
  },
  fromElsewhere: {
    en: "Forms are only taken from our own pages, so nothing was saved. Open the page here and use its form.",
    hi: "हम केवल अपने पेज के फ़ॉर्म लेते हैं, इसलिए कुछ सहेजा नहीं गया। यहाँ पेज खोलें और उसका फ़ॉर्म भरें।",
    kn: "ನಮ್ಮ ಪುಟಗಳ ಫಾರ್ಮ್‌ಗಳನ್ನು ಮಾತ್ರ ಸ್ವೀಕರಿಸುತ್ತೇವೆ, ಆದ್ದರಿಂದ ಏನನ್ನೂ ಉಳಿಸಿಲ್ಲ. ಇಲ್ಲಿ ಪುಟವನ್ನು ತೆರೆದು ಅದರ ಫಾರ್ಮ್ ಬಳಸಿ.",
  },
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
  nothingHereTitle: {
    en: "There is nothing at this address",
    hi: "इस पते पर कुछ नहीं है",
    kn: "ಈ ವಿಳಾಸದಲ್ಲಿ ಏನೂ ಇಲ್ಲ",
  },
  nothingHere: {
    en: "Check it for a typing mistake, or start again from one of these pages.",
    hi: "देखें कि लिखने में ग़लती तो नहीं हुई, या इनमें से किसी पेज से फिर शुरू करें।",
    kn: "ಬರೆಯುವಲ್ಲಿ ತಪ್ಪಾಗಿದೆಯೇ ನೋಡಿ, ಅಥವಾ ಈ ಪುಟಗಳಲ್ಲಿ ಒಂದರಿಂದ ಮತ್ತೆ ಆರಂಭಿಸಿ.",
  },
  ourShops: { en: "The shops of MohallaMart", hi: "MohallaMart की दुकानें", kn: "MohallaMart ನ ಅಂಗಡಿಗಳು" },
  ourPortal: {
    en: "The 10 Ocean tenant portal",
    hi: "10 Ocean का किरायेदार पोर्टल",
    kn: "10 Ocean ನ ಬಾಡಿಗೆದಾರರ ಪೋರ್ಟಲ್",
  },
  toShops: { en: "Go to the shops", hi: "दुकानों पर जाएँ", kn: "ಅಂಗಡಿಗಳಿಗೆ ಹೋಗಿ" },
});
