import { catalogue } from "@org/stores/mohallamart/words/catalogue";

/** Where somebody is signed in, and their passkeys. The portal's residents read it in English. */
export const securityWords = catalogue({
  title: { en: "Sign-in and security", hi: "साइन-इन और सुरक्षा", kn: "ಸೈನ್-ಇನ್ ಮತ್ತು ಸುರಕ್ಷತೆ" },
  codeTo: {
    en: "You sign in with a code that we send to {email}.",
    hi: "आप उस कोड से साइन इन करते हैं जो हम {email} पर भेजते हैं।",
    kn: "ನಾವು {email} ಗೆ ಕಳುಹಿಸುವ ಕೋಡ್‌ನಿಂದ ನೀವು ಸೈನ್ ಇನ್ ಆಗುತ್ತೀರಿ.",
  },
  sessions: { en: "Where you are signed in", hi: "आप कहाँ साइन इन हैं", kn: "ನೀವು ಎಲ್ಲಿ ಸೈನ್ ಇನ್ ಆಗಿದ್ದೀರಿ" },
  signOut: { en: "Sign out", hi: "साइन आउट करें", kn: "ಸೈನ್ ಔಟ್ ಮಾಡಿ" },
  signOutNamed: { en: "Sign out {browser}", hi: "{browser} को साइन आउट करें", kn: "{browser} ಅನ್ನು ಸೈನ್ ಔಟ್ ಮಾಡಿ" },
  kept: {
    en: "We keep the name of the browser and the first half of the network it was used from last, not its address, until the session ends: after 30 days, or a week without use.",
    hi: "हम ब्राउज़र का नाम और जिस नेटवर्क से उसका पिछली बार उपयोग हुआ उसका पहला आधा हिस्सा रखते हैं, उसका पता नहीं, जब तक सत्र समाप्त नहीं होता: 30 दिन बाद, या एक हफ़्ते उपयोग न होने पर।",
    kn: "ಬ್ರೌಸರ್‌ನ ಹೆಸರು ಮತ್ತು ಅದನ್ನು ಕೊನೆಯದಾಗಿ ಬಳಸಿದ ನೆಟ್‌ವರ್ಕ್‌ನ ಮೊದಲರ್ಧವನ್ನು ಮಾತ್ರ, ಅದರ ವಿಳಾಸವನ್ನಲ್ಲ, ಸೆಷನ್ ಮುಗಿಯುವವರೆಗೆ ಇಟ್ಟುಕೊಳ್ಳುತ್ತೇವೆ: 30 ದಿನಗಳ ನಂತರ, ಅಥವಾ ಒಂದು ವಾರ ಬಳಸದಿದ್ದರೆ.",
  },
  keptOfStaff: {
    en: "We keep the name of the browser and the first half of the network it was used from last, not its address, until the session ends: after 30 days, or 12 hours without use.",
    hi: "हम ब्राउज़र का नाम और जिस नेटवर्क से उसका पिछली बार उपयोग हुआ उसका पहला आधा हिस्सा रखते हैं, उसका पता नहीं, जब तक सत्र समाप्त नहीं होता: 30 दिन बाद, या 12 घंटे उपयोग न होने पर।",
    kn: "ಬ್ರೌಸರ್‌ನ ಹೆಸರು ಮತ್ತು ಅದನ್ನು ಕೊನೆಯದಾಗಿ ಬಳಸಿದ ನೆಟ್‌ವರ್ಕ್‌ನ ಮೊದಲರ್ಧವನ್ನು ಮಾತ್ರ, ಅದರ ವಿಳಾಸವನ್ನಲ್ಲ, ಸೆಷನ್ ಮುಗಿಯುವವರೆಗೆ ಇಟ್ಟುಕೊಳ್ಳುತ್ತೇವೆ: 30 ದಿನಗಳ ನಂತರ, ಅಥವಾ 12 ಗಂಟೆ ಬಳಸದಿದ್ದರೆ.",
  },
  signOutEverywhere: {
    en: "Sign out everywhere",
    hi: "हर जगह से साइन आउट करें",
    kn: "ಎಲ್ಲೆಡೆಯಿಂದ ಸೈನ್ ಔಟ್ ಮಾಡಿ",
  },
  thisBrowser: { en: "This browser", hi: "यह ब्राउज़र", kn: "ಈ ಬ್ರೌಸರ್" },
  unknownBrowser: { en: "Unknown browser", hi: "अनजान ब्राउज़र", kn: "ಅಪರಿಚಿತ ಬ್ರೌಸರ್" },
  used: {
    en: "Used last on {used}. Signed in on {opened}.",
    hi: "पिछला उपयोग {used} को। साइन इन {opened} को।",
    kn: "ಕೊನೆಯ ಬಳಕೆ {used}. ಸೈನ್ ಇನ್ {opened}.",
  },
  usedFrom: {
    en: "Used last on {used} from {network}. Signed in on {opened}.",
    hi: "पिछला उपयोग {used} को {network} से। साइन इन {opened} को।",
    kn: "ಕೊನೆಯ ಬಳಕೆ {used}, {network} ನಿಂದ. ಸೈನ್ ಇನ್ {opened}.",
  },
  passkeys: { en: "Passkeys", hi: "पासकी", kn: "ಪಾಸ್‌ಕೀಗಳು" },
  whatFor: {
    en: "With a passkey you sign in by your finger, your face or your device’s PIN. Nobody can guess it or talk you out of it, and it works when no email arrives. Codes stay as they are.",
    hi: "पासकी से आप अपनी उँगली, चेहरे या डिवाइस के पिन से साइन इन करते हैं। न कोई उसका अंदाज़ा लगा सकता है, न आपसे निकलवा सकता है, और ईमेल न आने पर भी वह काम करती है। कोड वैसे ही रहेंगे।",
    kn: "ಪಾಸ್‌ಕೀ ಇದ್ದರೆ ನಿಮ್ಮ ಬೆರಳು, ಮುಖ ಅಥವಾ ಸಾಧನದ ಪಿನ್‌ನಿಂದ ಸೈನ್ ಇನ್ ಆಗುತ್ತೀರಿ. ಅದನ್ನು ಯಾರೂ ಊಹಿಸಲಾರರು, ನಿಮ್ಮಿಂದ ಪಡೆಯಲಾರರು, ಮತ್ತು ಇಮೇಲ್ ಬಾರದಿದ್ದಾಗಲೂ ಅದು ಕೆಲಸ ಮಾಡುತ್ತದೆ. ಕೋಡ್‌ಗಳು ಹಾಗೆಯೇ ಇರುತ್ತವೆ.",
  },
  soon: {
    en: "A passkey is added within an hour of signing in, so that nobody adds one of theirs to a browser that was left open.",
    hi: "पासकी साइन इन करने के एक घंटे के भीतर जोड़ी जाती है, ताकि खुले छूटे ब्राउज़र में कोई अपनी पासकी न जोड़ दे।",
    kn: "ಸೈನ್ ಇನ್ ಆದ ಒಂದು ಗಂಟೆಯೊಳಗೆ ಪಾಸ್‌ಕೀ ಸೇರಿಸಬೇಕು; ಇಲ್ಲದಿದ್ದರೆ ತೆರೆದಿಟ್ಟ ಬ್ರೌಸರ್‌ಗೆ ಬೇರೆಯವರು ತಮ್ಮದನ್ನು ಸೇರಿಸಬಹುದು.",
  },
  signInAgain: { en: "Sign in again", hi: "फिर से साइन इन करें", kn: "ಮತ್ತೆ ಸೈನ್ ಇನ್ ಆಗಿ" },
  yourData: { en: "Your data", hi: "आपका डेटा", kn: "ನಿಮ್ಮ ಡೇಟಾ" },
  dataFile: {
    en: "A file with everything that we keep of you, for you or for a program to read (JSON). It also says what is not in it, and why.",
    hi: "आपके बारे में जो कुछ हम रखते हैं, उसकी एक फ़ाइल, जिसे आप या कोई प्रोग्राम पढ़ सके (JSON)। उसमें यह भी लिखा है कि क्या नहीं है, और क्यों।",
    kn: "ನಿಮ್ಮ ಬಗ್ಗೆ ನಾವು ಇಟ್ಟಿರುವ ಎಲ್ಲದರ ಫೈಲ್; ನೀವು ಅಥವಾ ಒಂದು ಪ್ರೋಗ್ರಾಂ ಓದಬಹುದು (JSON). ಅದರಲ್ಲಿ ಏನಿಲ್ಲ, ಏಕೆ ಎಂಬುದನ್ನೂ ಅದು ಹೇಳುತ್ತದೆ.",
  },
  downloadData: { en: "Download your data", hi: "अपना डेटा डाउनलोड करें", kn: "ನಿಮ್ಮ ಡೇಟಾ ಡೌನ್‌ಲೋಡ್ ಮಾಡಿ" },
  dataSoon: {
    en: "It is given out within an hour of signing in, so that nobody takes it from a browser that was left open.",
    hi: "यह साइन इन करने के एक घंटे के भीतर ही दी जाती है, ताकि खुले छूटे ब्राउज़र से कोई उसे न ले ले।",
    kn: "ಸೈನ್ ಇನ್ ಆದ ಒಂದು ಗಂಟೆಯೊಳಗೆ ಮಾತ್ರ ಕೊಡಲಾಗುತ್ತದೆ; ತೆರೆದಿಟ್ಟ ಬ್ರೌಸರ್‌ನಿಂದ ಬೇರೆಯವರು ತೆಗೆದುಕೊಳ್ಳದಿರಲಿ ಎಂದು.",
  },
  myDevice: { en: "My device", hi: "मेरा डिवाइस", kn: "ನನ್ನ ಸಾಧನ" },
  unused: {
    en: "Added on {added}, not used yet.",
    hi: "{added} को जोड़ी गई, अभी उपयोग नहीं हुई।",
    kn: "{added} ರಂದು ಸೇರಿಸಲಾಗಿದೆ, ಇನ್ನೂ ಬಳಸಿಲ್ಲ.",
  },
  addedAndUsed: {
    en: "Added on {added}, used last on {used}.",
    hi: "{added} को जोड़ी गई, पिछला उपयोग {used} को।",
    kn: "{added} ರಂದು ಸೇರಿಸಲಾಗಿದೆ, ಕೊನೆಯ ಬಳಕೆ {used}.",
  },
  rename: { en: "Rename", hi: "नाम बदलें", kn: "ಹೆಸರು ಬದಲಿಸಿ" },
  renameNamed: { en: "Rename {name}", hi: "{name} का नाम बदलें", kn: "{name} ಹೆಸರು ಬದಲಿಸಿ" },
  name: { en: "Name", hi: "नाम", kn: "ಹೆಸರು" },
  saveName: { en: "Save the name", hi: "नाम सहेजें", kn: "ಹೆಸರು ಉಳಿಸಿ" },
  remove: { en: "Remove", hi: "हटाएँ", kn: "ತೆಗೆದುಹಾಕಿ" },
  removeNamed: { en: "Remove {name}", hi: "{name} हटाएँ", kn: "{name} ತೆಗೆದುಹಾಕಿ" },
});

/** What the form says in which a passkey is added. */
export const addPasskeyWords = catalogue({
  newName: { en: "Name of a new passkey", hi: "नई पासकी का नाम", kn: "ಹೊಸ ಪಾಸ್‌ಕೀಯ ಹೆಸರು" },
  nameHint: {
    en: "As you will know it again: the device that it is on.",
    hi: "जिससे आप उसे फिर पहचान सकें: वह डिवाइस जिस पर वह है।",
    kn: "ನೀವು ಮತ್ತೆ ಗುರುತಿಸುವಂತೆ: ಅದು ಇರುವ ಸಾಧನ.",
  },
  add: { en: "Add a passkey", hi: "पासकी जोड़ें", kn: "ಪಾಸ್‌ಕೀ ಸೇರಿಸಿ" },
});
