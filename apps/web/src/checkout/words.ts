import { catalogue } from "@org/stores/mohallamart/words/catalogue";

/** The fields of the checkout form. */
export const checkoutFormWords = catalogue({
  whoFor: { en: "Who is it for?", hi: "यह किसके लिए है?", kn: "ಇದು ಯಾರಿಗಾಗಿ?" },
  name: { en: "Name", hi: "नाम", kn: "ಹೆಸರು" },
  email: { en: "Email", hi: "ईमेल", kn: "ಇಮೇಲ್" },
  emailHint: { en: "Your confirmation goes here.", hi: "पुष्टि यहाँ भेजी जाएगी।", kn: "ದೃಢೀಕರಣ ಇಲ್ಲಿಗೆ ಬರುತ್ತದೆ." },
  phone: { en: "Mobile number", hi: "मोबाइल नंबर", kn: "ಮೊಬೈಲ್ ಸಂಖ್ಯೆ" },
  phoneHint: {
    en: "For an SMS with your order, and for the delivery.",
    hi: "ऑर्डर के SMS और डिलीवरी के लिए।",
    kn: "ಆರ್ಡರ್‌ನ SMS ಮತ್ತು ಡೆಲಿವರಿಗಾಗಿ.",
  },
  line1: {
    en: "House or flat, and building",
    hi: "मकान या फ़्लैट, और इमारत",
    kn: "ಮನೆ ಅಥವಾ ಫ್ಲ್ಯಾಟ್, ಮತ್ತು ಕಟ್ಟಡ",
  },
  line2: { en: "Street and area", hi: "सड़क और इलाका", kn: "ರಸ್ತೆ ಮತ್ತು ಬಡಾವಣೆ" },
  landmark: { en: "Landmark", hi: "पहचान की जगह", kn: "ಹತ್ತಿರದ ಗುರುತು" },
  landmarkHint: {
    en: "What is beside it, such as a temple, a school or a shop. May stay empty.",
    hi: "इसके पास क्या है, जैसे मंदिर, स्कूल या दुकान। खाली छोड़ सकते हैं।",
    kn: "ಪಕ್ಕದಲ್ಲಿ ಏನಿದೆ, ಉದಾಹರಣೆಗೆ ದೇವಸ್ಥಾನ, ಶಾಲೆ ಅಥವಾ ಅಂಗಡಿ. ಖಾಲಿ ಬಿಡಬಹುದು.",
  },
  pinCode: { en: "PIN code", hi: "पिन कोड", kn: "ಪಿನ್ ಕೋಡ್" },
  howToPay: { en: "How do you want to pay?", hi: "आप भुगतान कैसे करेंगे?", kn: "ಹೇಗೆ ಪಾವತಿಸುತ್ತೀರಿ?" },
  cash: { en: "Cash on delivery", hi: "डिलीवरी पर नकद", kn: "ಡೆಲಿವರಿ ಸಮಯದಲ್ಲಿ ನಗದು" },
  cashHint: {
    en: "You pay when the order is at your door.",
    hi: "ऑर्डर आपके दरवाज़े पर आने पर आप भुगतान करते हैं।",
    kn: "ಆರ್ಡರ್ ನಿಮ್ಮ ಬಾಗಿಲಿಗೆ ಬಂದಾಗ ಪಾವತಿಸುತ್ತೀರಿ.",
  },
  prepaid: {
    en: "Pay online (UPI, card)",
    hi: "ऑनलाइन भुगतान (UPI, कार्ड)",
    kn: "ಆನ್‌ಲೈನ್ ಪಾವತಿ (UPI, ಕಾರ್ಡ್)",
  },
  prepaidHint: {
    en: "You pay on the next page; the order is placed once your bank agrees.",
    hi: "आप अगले पेज पर भुगतान करते हैं; बैंक की मंज़ूरी मिलते ही ऑर्डर हो जाता है।",
    kn: "ಮುಂದಿನ ಪುಟದಲ್ಲಿ ಪಾವತಿಸುತ್ತೀರಿ; ಬ್ಯಾಂಕ್ ಒಪ್ಪಿದ ಕೂಡಲೇ ಆರ್ಡರ್ ಆಗುತ್ತದೆ.",
  },
  place: { en: "Place the order", hi: "ऑर्डर करें", kn: "ಆರ್ಡರ್ ಮಾಡಿ" },
  placing: { en: "Placing the order…", hi: "ऑर्डर किया जा रहा है…", kn: "ಆರ್ಡರ್ ಮಾಡಲಾಗುತ್ತಿದೆ…" },
});

/** The pages on which an order is placed and paid. */
export const checkoutWords = catalogue({
  title: { en: "Check out", hi: "ऑर्डर दें", kn: "ಚೆಕ್ ಔಟ್" },
  orderFrom: { en: "Order from {shop}", hi: "{shop} से ऑर्डर", kn: "{shop} ಅಂಗಡಿಯಿಂದ ಆರ್ಡರ್" },
  yourOrder: { en: "Your order", hi: "आपका ऑर्डर", kn: "ನಿಮ್ಮ ಆರ್ಡರ್" },
  changeCart: { en: "Change the cart", hi: "कार्ट बदलें", kn: "ಕಾರ್ಟ್ ಬದಲಾಯಿಸಿ" },
  nothing: {
    en: "Your cart holds nothing from this shop.",
    hi: "आपके कार्ट में इस दुकान का कुछ नहीं है।",
    kn: "ನಿಮ್ಮ ಕಾರ್ಟ್‌ನಲ್ಲಿ ಈ ಅಂಗಡಿಯ ಏನೂ ಇಲ್ಲ.",
  },
  seeShop: { en: "See what {shop} has", hi: "देखें कि {shop} में क्या है", kn: "{shop} ಅಂಗಡಿಯಲ್ಲಿ ಏನಿದೆ ನೋಡಿ" },
  addresses: { en: "Your addresses", hi: "आपके पते", kn: "ನಿಮ್ಮ ವಿಳಾಸಗಳು" },
  before: {
    en: "Where you had things brought to before:",
    hi: "जहाँ आपने पहले सामान मँगवाया था:",
    kn: "ನೀವು ಮೊದಲು ವಸ್ತುಗಳನ್ನು ತರಿಸಿಕೊಂಡ ಸ್ಥಳ:",
  },
  elsewhere: { en: "Somewhere else", hi: "कहीं और", kn: "ಬೇರೆ ಕಡೆ" },
  payTitle: { en: "Pay {amount} online", hi: "{amount} का ऑनलाइन भुगतान करें", kn: "{amount} ಆನ್‌ಲೈನ್‌ನಲ್ಲಿ ಪಾವತಿಸಿ" },
  pay: { en: "Pay {amount}", hi: "{amount} का भुगतान करें", kn: "{amount} ಪಾವತಿಸಿ" },
  declined: {
    en: "The payment did not go through, and nothing was ordered. Try again, or pay in cash.",
    hi: "भुगतान नहीं हो पाया, और कुछ भी ऑर्डर नहीं हुआ। फिर कोशिश करें, या नकद भुगतान करें।",
    kn: "ಪಾವತಿ ಆಗಲಿಲ್ಲ, ಏನನ್ನೂ ಆರ್ಡರ್ ಮಾಡಲಾಗಿಲ್ಲ. ಮತ್ತೆ ಪ್ರಯತ್ನಿಸಿ, ಅಥವಾ ನಗದು ಪಾವತಿಸಿ.",
  },
  payIntro: {
    en: {
      one: "{count} item from {shop}. You pay by UPI or card on the page of our payment service, Razorpay, and come back here afterwards.",
      other:
        "{count} items from {shop}. You pay by UPI or card on the page of our payment service, Razorpay, and come back here afterwards.",
    },
    hi: {
      one: "{shop} से {count} चीज़। आप हमारी भुगतान सेवा Razorpay के पेज पर UPI या कार्ड से भुगतान करते हैं, और फिर यहाँ लौट आते हैं।",
      other:
        "{shop} से {count} चीज़ें। आप हमारी भुगतान सेवा Razorpay के पेज पर UPI या कार्ड से भुगतान करते हैं, और फिर यहाँ लौट आते हैं।",
    },
    kn: {
      one: "{shop} ಅಂಗಡಿಯಿಂದ {count} ವಸ್ತು. ನಮ್ಮ ಪಾವತಿ ಸೇವೆ Razorpay ಪುಟದಲ್ಲಿ UPI ಅಥವಾ ಕಾರ್ಡ್‌ನಿಂದ ಪಾವತಿಸಿ, ನಂತರ ಇಲ್ಲಿಗೆ ಮರಳುತ್ತೀರಿ.",
      other:
        "{shop} ಅಂಗಡಿಯಿಂದ {count} ವಸ್ತುಗಳು. ನಮ್ಮ ಪಾವತಿ ಸೇವೆ Razorpay ಪುಟದಲ್ಲಿ UPI ಅಥವಾ ಕಾರ್ಡ್‌ನಿಂದ ಪಾವತಿಸಿ, ನಂತರ ಇಲ್ಲಿಗೆ ಮರಳುತ್ತೀರಿ.",
    },
  },
  payWhen: {
    en: "The order is placed as soon as your bank has approved the payment. The money is taken only when the order is placed.",
    hi: "बैंक के भुगतान मंज़ूर करते ही ऑर्डर हो जाता है। पैसे तभी लिए जाते हैं जब ऑर्डर हो जाए।",
    kn: "ನಿಮ್ಮ ಬ್ಯಾಂಕ್ ಪಾವತಿಯನ್ನು ಒಪ್ಪಿದ ಕೂಡಲೇ ಆರ್ಡರ್ ಆಗುತ್ತದೆ. ಆರ್ಡರ್ ಆದಾಗ ಮಾತ್ರ ಹಣ ತೆಗೆದುಕೊಳ್ಳಲಾಗುತ್ತದೆ.",
  },
  payCash: {
    en: "Go back, and pay in cash instead",
    hi: "वापस जाएँ, और नकद भुगतान चुनें",
    kn: "ಹಿಂತಿರುಗಿ, ಬದಲಿಗೆ ನಗದು ಪಾವತಿಸಿ",
  },
  payPage: { en: "Pay", hi: "भुगतान", kn: "ಪಾವತಿ" },
  nothingOrdered: { en: "Nothing was ordered", hi: "कुछ भी ऑर्डर नहीं हुआ", kn: "ಏನನ್ನೂ ಆರ್ಡರ್ ಮಾಡಲಾಗಿಲ್ಲ" },
  ifPaid: {
    en: "If you paid, your {amount} go back to you without your doing anything, mostly within a week. We keep none of it.",
    hi: "अगर आपने भुगतान किया है, तो आपके {amount} बिना आपके कुछ किए लौट जाएँगे, ज़्यादातर एक हफ़्ते में। हम इसमें से कुछ नहीं रखते।",
    kn: "ನೀವು ಪಾವತಿಸಿದ್ದರೆ, ಏನೂ ಮಾಡದೆಯೇ ನಿಮ್ಮ {amount} ಸಾಮಾನ್ಯವಾಗಿ ಒಂದು ವಾರದಲ್ಲಿ ಹಿಂತಿರುಗುತ್ತದೆ. ಅದರಲ್ಲಿ ನಾವು ಏನನ್ನೂ ಇಟ್ಟುಕೊಳ್ಳುವುದಿಲ್ಲ.",
  },
  toCart: { en: "Go to the cart", hi: "कार्ट पर जाएँ", kn: "ಕಾರ್ಟ್‌ಗೆ ಹೋಗಿ" },
  arrived: { en: "Your payment has arrived", hi: "आपका भुगतान मिल गया है", kn: "ನಿಮ್ಮ ಪಾವತಿ ತಲುಪಿದೆ" },
  stillPlacing: {
    en: "We are still placing your order. There is no need to pay again: this page leads to your order once it is placed, and the link in your confirmation does.",
    hi: "हम अभी आपका ऑर्डर दर्ज कर रहे हैं। फिर से भुगतान करने की ज़रूरत नहीं है: ऑर्डर होते ही यह पेज और पुष्टि में दिया लिंक आपको उस तक ले जाएगा।",
    kn: "ನಾವು ಇನ್ನೂ ನಿಮ್ಮ ಆರ್ಡರ್ ಅನ್ನು ದಾಖಲಿಸುತ್ತಿದ್ದೇವೆ. ಮತ್ತೆ ಪಾವತಿಸಬೇಕಾಗಿಲ್ಲ: ಆರ್ಡರ್ ಆದ ಕೂಡಲೇ ಈ ಪುಟ ಮತ್ತು ದೃಢೀಕರಣದಲ್ಲಿರುವ ಲಿಂಕ್ ನಿಮ್ಮನ್ನು ಅಲ್ಲಿಗೆ ಕರೆದೊಯ್ಯುತ್ತವೆ.",
  },
  lookAgain: { en: "Look again", hi: "फिर देखें", kn: "ಮತ್ತೆ ನೋಡಿ" },
});
