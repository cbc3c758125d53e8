/**
 * In whose name the association's workflows speak and reckon. Links begin with the port `portalUrl`, and whom an email
 * comes from is up to the port that sends it.
 */
export interface Brand {
  /** In subjects and emails. */
  name: string;
  /** The language of emails and dates; BCP 47. */
  locale: string;
  /** Where the building stands: of its schedules, of quiet hours and of every time that a tenant reads; IANA. */
  timeZone: string;
}

const tenOcean: Brand = { name: "10 Ocean", locale: "en-US", timeZone: "America/New_York" };

/** The brand that the workflows were given; where it says nothing, 10 Ocean. */
export function brandOf({ brand }: { brand?: Partial<Brand> } = {}): Brand {
  return { ...tenOcean, ...brand };
}

/** A moment as a tenant reads it, by the building's clock: `Friday, November 20 at 6:00 PM`. */
export function formatMoment(at: string, { locale, timeZone }: Pick<Brand, "locale" | "timeZone">): string {
  const format = new Intl.DateTimeFormat(locale, {
    weekday: "long",
    month: "long",
    day: "numeric",
    hour: "numeric",
    minute: "2-digit",
    timeZone,
  });
  return format.format(new Date(at));
}
