import type { MaintenanceRequest } from "@org/stores/ten-ocean/port";
import { tenOcean } from "../../stores.ts";
import { formatDay } from "../building-time.ts";
import { HomeCard, HomeItem } from "./home-card.tsx";

/** What a resident asked to be repaired, as long as it is not. */
export async function OpenRepairs({ userId }: { userId: string }) {
  const requests = await unresolved();
  const own = requests.filter((request) => request.userId === userId);
  return (
    <HomeCard
      title="Your repairs"
      more={{ href: "/ten-ocean/maintenance", label: "All your repairs, and reporting one" }}
      empty="Nothing of yours waits for a repair."
    >
      {own.map(({ requestId, description, createdAt, status }) => (
        <HomeItem
          key={requestId}
          href={`/ten-ocean/maintenance/${requestId}`}
          title={firstWords(description)}
          facts={[`Reported ${formatDay(createdAt)}`]}
          mark={statusMarks[status]}
        />
      ))}
    </HomeCard>
  );
}

const statusMarks = {
  open: { text: "Received", tone: "plain" },
  "in-progress": { text: "Being worked on", tone: "good" },
  "on-hold": { text: "On hold", tone: "warn" },
  resolved: { text: "Done", tone: "good" },
} as const;

export async function unresolved(): Promise<MaintenanceRequest[]> {
  const { maintenance } = tenOcean();
  const lists = await Promise.all(
    (["open", "in-progress", "on-hold"] as const).map((status) => maintenance.list({ status })),
  );
  return lists.flat();
}

const mostLetters = 80;

/** A description's beginning, up to a whole word. */
function firstWords(description: string): string {
  const line = description.replace(/\s+/g, " ").trim();
  if (line.length <= mostLetters) return line;
  return `${line.slice(0, mostLetters + 1).replace(/\s\S*$/, "")}…`;
}
