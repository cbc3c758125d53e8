const clock = new Intl.DateTimeFormat("en-US", { hour: "numeric", minute: "2-digit", timeZone: "UTC" });

/** Every half hour of a day: `22:30` and how a tenant reads it, `10:30 PM`. */
export const halfHours: readonly { value: string; label: string }[] = Array.from(
  { length: 48 },
  (_none, number) => {
    const at = new Date(number * 30 * 60_000);
    return { value: at.toISOString().slice(11, 16), label: clock.format(at) };
  },
);
