/** What became of what somebody did on the page, by the code in its address. */
export const securityOutcomes = {
  "signed-out": "That browser is signed out.",
  "signed-out-before": "That browser was signed out already.",
  added: "The passkey is added. Next time, choose “Sign in with a passkey”.",
  renamed: "The passkey has its new name.",
  removed: "The passkey is removed. Delete it in your device or password manager as well.",
  "gone-before": "That passkey was removed already.",
  "name-refused": "A passkey needs a name of 1 to 60 characters. Nothing was changed.",
} as const;

export type SecurityOutcome = keyof typeof securityOutcomes;
