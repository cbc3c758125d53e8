import type { Stack } from "@org/local-stack";

/** Counts every request to the email vendor, refused ones too. The emulator remembers a dozen: they are looked at often. */
export function countRequests({ emulators }: Stack): { stop(): number } {
  const seen = new Set<object>();
  const look = () => {
    const resend = emulators.state().vendors.find(({ name }) => name === "resend");
    for (const answered of resend?.answered ?? []) seen.add(answered);
  };
  const timer = setInterval(look, 10);
  return {
    stop() {
      clearInterval(timer);
      look();
      return seen.size;
    },
  };
}
