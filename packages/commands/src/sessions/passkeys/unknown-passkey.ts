export const unknownPasskey = {
  ok: false,
  code: "unknown-passkey",
  message: "You have no such passkey any more. Open the page again.",
} as const;
