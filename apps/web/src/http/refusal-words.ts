import { catalogue } from "@org/stores/mohallamart/words/catalogue";
import { errorWords } from "./error-words.ts";

/** What a page says in place of what was asked for, before any route runs. */
export const refusalPageWords = catalogue({
  ...errorWords,
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
