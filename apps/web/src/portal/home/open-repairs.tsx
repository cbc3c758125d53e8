import type { RequestStatus } from "@org/stores/ten-ocean/port";
import { tenOcean } from "../../stores.ts";
import { formatDay } from "../building-time.ts";
import { categoryLabel, numberOf, statusWords } from "../maintenance/request-words.ts";
import styles from "./home.module.css";
import { HomeCard, HomeItem } from "./home-card.tsx";

const shown = 4;

const tones = {
  open: "plain",
  "in-progress": "good",
  "on-hold": "warn",
  resolved: "good",
  closed: "plain",
} as const;

/** What a resident asked to be repaired, until they say that it is. */
export async function OpenRepairs({ userId }: { userId: string }) {
  const requests = await tenOcean().maintenance.list({ userId, order: "newest" });
  const open = requests.filter(({ status }) => status !== "closed");
  return (
    <HomeCard
      title="Your repairs"
      more={{ href: "/ten-ocean/maintenance", label: "All your repairs" }}
      empty="Nothing of yours waits for a repair."
    >
      {open.slice(0, shown).map((request) => (
        <HomeItem
          key={request.requestId}
          href={`/ten-ocean/maintenance/${request.requestId}`}
          title={`${numberOf(request)} ${categoryLabel(request.category)}`}
          facts={[`Reported ${formatDay(request.createdAt)}`]}
          mark={{ text: markText(request.status), tone: tones[request.status] }}
        >
          <p className={styles.excerpt}>{request.description}</p>
        </HomeItem>
      ))}
    </HomeCard>
  );
}

function markText(status: RequestStatus): string {
  return status === "resolved" ? "Resolved: say whether it holds" : statusWords[status];
}
