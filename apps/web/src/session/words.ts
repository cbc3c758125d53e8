import { catalogue } from "@org/stores/mohallamart/words/catalogue";

/** The forms in which people name their address, and enter their code. */
export const signInFormWords = catalogue({
  email: { en: "Email", hi: "ईमेल", kn: "ಇಮೇಲ್" },
  emailHint: {
    en: "We send a code there. There is no password.",
    hi: "हम वहाँ एक कोड भेजते हैं। कोई पासवर्ड नहीं है।",
    kn: "ನಾವು ಅಲ್ಲಿಗೆ ಕೋಡ್ ಕಳುಹಿಸುತ್ತೇವೆ. ಪಾಸ್‌ವರ್ಡ್ ಇಲ್ಲ.",
  },
  send: { en: "Send me a code", hi: "मुझे कोड भेजें", kn: "ನನಗೆ ಕೋಡ್ ಕಳುಹಿಸಿ" },
  sending: { en: "Sending a code…", hi: "कोड भेजा जा रहा है…", kn: "ಕೋಡ್ ಕಳುಹಿಸಲಾಗುತ್ತಿದೆ…" },
  code: { en: "Code", hi: "कोड", kn: "ಕೋಡ್" },
  codeHint: {
    en: "The digits from the email, good for 10 minutes.",
    hi: "ईमेल में आए अंक, 10 मिनट तक मान्य।",
    kn: "ಇಮೇಲ್‌ನಲ್ಲಿರುವ ಅಂಕಿಗಳು, 10 ನಿಮಿಷ ಮಾನ್ಯ.",
  },
  signIn: { en: "Sign in", hi: "साइन इन करें", kn: "ಸೈನ್ ಇನ್ ಆಗಿ" },
  signingIn: { en: "Signing in…", hi: "साइन इन हो रहा है…", kn: "ಸೈನ್ ಇನ್ ಆಗುತ್ತಿದೆ…" },
  passkeyHint: {
    en: "If you have added a passkey, you need no code.",
    hi: "अगर आपने पासकी जोड़ी है, तो कोड की ज़रूरत नहीं है।",
    kn: "ನೀವು ಪಾಸ್‌ಕೀ ಸೇರಿಸಿದ್ದರೆ, ಕೋಡ್ ಬೇಕಾಗಿಲ್ಲ.",
  },
  passkey: { en: "Sign in with a passkey", hi: "पासकी से साइन इन करें", kn: "ಪಾಸ್‌ಕೀಯಿಂದ ಸೈನ್ ಇನ್ ಆಗಿ" },
});

/** The pages on the way in. */
export const signInWords = catalogue({
  title: { en: "Sign in", hi: "साइन इन करें", kn: "ಸೈನ್ ಇನ್ ಆಗಿ" },
  signedInAs: {
    en: "You are signed in as {name} ({role}). Signing in here replaces that.",
    hi: "आप {name} ({role}) के रूप में साइन इन हैं। यहाँ साइन इन करने पर वह बदल जाएगा।",
    kn: "ನೀವು {name} ({role}) ಆಗಿ ಸೈನ್ ಇನ್ ಆಗಿದ್ದೀರಿ. ಇಲ್ಲಿ ಸೈನ್ ಇನ್ ಆದರೆ ಅದು ಬದಲಾಗುತ್ತದೆ.",
  },
  signedInAsOther: {
    en: "You are signed in as {name} ({role}), who cannot open the page you came from. Signing in here replaces that.",
    hi: "आप {name} ({role}) के रूप में साइन इन हैं, जो वह पेज नहीं खोल सकते जहाँ से आप आए। यहाँ साइन इन करने पर वह बदल जाएगा।",
    kn: "ನೀವು {name} ({role}) ಆಗಿ ಸೈನ್ ಇನ್ ಆಗಿದ್ದೀರಿ, ಅವರು ನೀವು ಬಂದ ಪುಟವನ್ನು ತೆರೆಯಲಾಗದು. ಇಲ್ಲಿ ಸೈನ್ ಇನ್ ಆದರೆ ಅದು ಬದಲಾಗುತ್ತದೆ.",
  },
  enterCode: { en: "Enter your code", hi: "अपना कोड लिखें", kn: "ನಿಮ್ಮ ಕೋಡ್ ನಮೂದಿಸಿ" },
  onItsWay: {
    en: "If someone signs in with {email}, a code is on its way there. It can take a minute, and some mail programs put it with the spam.",
    hi: "अगर {email} से कोई साइन इन करता है, तो कोड वहाँ भेजा जा चुका है। इसमें एक मिनट लग सकता है, और कुछ मेल प्रोग्राम इसे स्पैम में डाल देते हैं।",
    kn: "{email} ನಿಂದ ಯಾರಾದರೂ ಸೈನ್ ಇನ್ ಆಗುವುದಾದರೆ, ಕೋಡ್ ಅಲ್ಲಿಗೆ ಹೊರಟಿದೆ. ಒಂದು ನಿಮಿಷ ಬೇಕಾಗಬಹುದು, ಕೆಲವು ಮೇಲ್ ಪ್ರೋಗ್ರಾಂಗಳು ಅದನ್ನು ಸ್ಪ್ಯಾಮ್‌ಗೆ ಹಾಕುತ್ತವೆ.",
  },
  another: {
    en: "Use another address or ask for a new code",
    hi: "दूसरा पता इस्तेमाल करें या नया कोड माँगें",
    kn: "ಬೇರೆ ವಿಳಾಸ ಬಳಸಿ ಅಥವಾ ಹೊಸ ಕೋಡ್ ಕೇಳಿ",
  },
  signInAs: { en: "Sign in as", hi: "इस रूप में साइन इन करें", kn: "ಯಾರಾಗಿ ಸೈನ್ ಇನ್ ಆಗುತ್ತೀರಿ" },
});
