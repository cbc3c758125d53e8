import type { AnalyticsSummary } from "@org/stores/mohallamart/port";
import { Column } from "@react-email/column";
import { Row } from "@react-email/row";
import { Section } from "@react-email/section";
import { Text } from "@react-email/text";
import { type Brand, money } from "../brand.ts";
import { useBrand } from "../brand-context.tsx";
import { EmailButton, EmailLayout } from "../email-layout.tsx";
import type { MessageClass } from "../message-class.ts";

export interface DailyReportEmailProps {
  /** As `2026-11-01`. */
  day: string;
  figures: Figures;
  /** Where staff look further. */
  operationsUrl: string;
}

/** Summaries of the day, of the day before, and of the seven days before it together. */
export interface Figures {
  day: AnalyticsSummary;
  dayBefore: AnalyticsSummary;
  weekBefore: AnalyticsSummary;
}

interface Line {
  label: string;
  value(summary: AnalyticsSummary): number;
  format: Format;
  /** How seven days compare with one: what is added up is divided, what is an average stays. */
  kind: "sum" | "average";
}

type Format = (value: number, brand: Brand) => string;

const whole: Format = (value, { locale }) => value.toLocaleString(locale, { maximumFractionDigits: 1 });
const percent: Format = (value, brand) => `${whole(value * 100, brand)} %`;
const minutes: Format = (seconds, brand) => `${whole(seconds / 60, brand)} min`;

const lines: Line[] = [
  { label: "Net revenue", value: ({ netRevenue }) => netRevenue, format: money, kind: "sum" },
  { label: "Orders placed", value: ({ orders }) => orders, format: whole, kind: "sum" },
  { label: "Orders cancelled", value: ({ ordersCancelled }) => ordersCancelled, format: whole, kind: "sum" },
  {
    label: "Average order",
    value: ({ averageOrderValue }) => averageOrderValue,
    format: money,
    kind: "average",
  },
  {
    label: "Orders per customer",
    value: ({ orderFrequency }) => orderFrequency,
    format: whole,
    kind: "average",
  },
  { label: "Visits", value: ({ sessions }) => sessions, format: whole, kind: "sum" },
  { label: "Page views", value: ({ pageViews }) => pageViews, format: whole, kind: "sum" },
  {
    label: "Length of a visit",
    value: ({ averageSessionDuration }) => averageSessionDuration,
    format: minutes,
    kind: "average",
  },
  { label: "Searches", value: ({ searches }) => searches, format: whole, kind: "sum" },
  {
    label: "Searches that led on",
    value: ({ searchConversionRate }) => searchConversionRate,
    format: percent,
    kind: "average",
  },
  { label: "Visits with a cart", value: ({ funnel }) => funnel.filledCart, format: whole, kind: "sum" },
  {
    label: "… that began to check out",
    value: ({ funnel }) => funnel.startedCheckout,
    format: whole,
    kind: "sum",
  },
  { label: "… that ordered", value: ({ funnel }) => funnel.ordered, format: whole, kind: "sum" },
  {
    label: "Carts abandoned",
    value: ({ cartAbandonment }) => cartAbandonment,
    format: percent,
    kind: "average",
  },
];

const text = { color: "#2b2118", fontSize: 14, margin: "5px 0" } as const;
const figure = { ...text, textAlign: "right" } as const;
const heading = { ...figure, color: "#7a6d60", fontSize: 12 } as const;

/** The marketplace's day in figures, beside the day before and an average day of the week before. */
export function DailyReportEmail({ day, figures, operationsUrl }: DailyReportEmailProps) {
  const brand = useBrand();
  const { netRevenue, orders } = figures.day;
  return (
    <EmailLayout
      preview={`${money(netRevenue, brand)} from ${whole(orders, brand)} orders`}
      title={`${dayName(day, brand)} at ${brand.name}`}
      why={`You get this email every morning because you work for ${brand.name}.`}
    >
      <Section>
        <Row>
          <Column style={{ width: "40%" }} />
          {["The day", "Day before", "Week before"].map((title) => (
            <Column key={title} style={{ width: "20%" }}>
              <Text style={heading}>{title}</Text>
            </Column>
          ))}
        </Row>
        {lines.map((line) => (
          <FigureRow key={line.label} line={line} figures={figures} />
        ))}
      </Section>
      <Text style={{ ...text, color: "#7a6d60", fontSize: 12 }}>
        The week before is an average day of the seven before this one. Cancelled orders lower the net revenue
        of the day on which they were cancelled. Days are {brand.country}’s.
      </Text>
      <EmailButton href={operationsUrl}>Open operations</EmailButton>
    </EmailLayout>
  );
}

function FigureRow({ line, figures }: { line: Line; figures: Figures }) {
  const brand = useBrand();
  const { label, value, format, kind } = line;
  const averageDay = value(figures.weekBefore) / (kind === "sum" ? 7 : 1);
  return (
    <Row>
      <Column style={{ width: "40%" }}>
        <Text style={text}>{label}</Text>
      </Column>
      <Column style={{ width: "20%" }}>
        <Text style={{ ...figure, fontWeight: 700 }}>{format(value(figures.day), brand)}</Text>
      </Column>
      <Column style={{ width: "20%" }}>
        <Text style={figure}>{format(value(figures.dayBefore), brand)}</Text>
      </Column>
      <Column style={{ width: "20%" }}>
        <Text style={figure}>{format(averageDay, brand)}</Text>
      </Column>
    </Row>
  );
}

/** @param day as `2026-11-01`. @returns as `Sunday, 1 November 2026` */
export function dayName(day: string, { locale }: Pick<Brand, "locale">): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: "full", timeZone: "UTC" }).format(new Date(day));
}

const quietDay: AnalyticsSummary = {
  pageViews: 1240,
  searches: 310,
  searchConversions: 93,
  cartsFilled: 120,
  checkoutsStarted: 64,
  orders: 41,
  revenue: 28_450.5,
  ordersCancelled: 2,
  revenueCancelled: 890,
  sessions: 402,
  sessionSeconds: 96_480,
  netRevenue: 27_560.5,
  funnel: { visits: 402, filledCart: 88, startedCheckout: 57, ordered: 40 },
  searchConversionRate: 0.3,
  averageSessionDuration: 240,
  cartAbandonment: 0.545,
  averageOrderValue: 693.91,
  orderFrequency: 1.1,
};

DailyReportEmail.PreviewProps = {
  day: "2026-11-01",
  figures: { day: quietDay, dayBefore: quietDay, weekBefore: quietDay },
  operationsUrl: "https://mohallamart.example/operations",
} satisfies DailyReportEmailProps;

DailyReportEmail.messageClass = "transactional" satisfies MessageClass;
