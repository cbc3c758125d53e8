/** The languages that the account offers: BCP 47 tags with their own names. */
export const languages = [
  { tag: "en-IN", name: "English" },
  { tag: "kn-IN", name: "ಕನ್ನಡ" },
  { tag: "hi-IN", name: "हिन्दी" },
  { tag: "ta-IN", name: "தமிழ்" },
] as const;

export const channelNames = ["email", "sms", "push"] as const;
