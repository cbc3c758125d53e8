import type { MeasuredTotal } from "@org/stores/measurements/port";
import styles from "./operations.module.css";
import { ScrollTable } from "./scroll-table.tsx";
import { Percentiles } from "./workflow-table.tsx";
import { formatShare } from "./workflow-view.ts";

/** How vendors answered, one a row. */
export function VendorTable({ calls }: { calls: readonly MeasuredTotal[] }) {
  return (
    <ScrollTable label="How vendors answered" columns={["Vendor", "Calls", "Answer"]}>
      {calls.map((call) => (
        <VendorLine key={`${call.owner}/${call.name}`} call={call} />
      ))}
    </ScrollTable>
  );
}

function VendorLine({ call }: { call: MeasuredTotal }) {
  const { owner, name, done, failed, limited } = call;
  const all = done + failed + limited;
  return (
    <tr data-vendor={`${owner} ${name}`}>
      <td className={styles.named}>
        {name}
        <div className="muted">{owner}</div>
      </td>
      <td className={styles.figures}>
        {all}
        <div className={failed > 0 ? styles.bad : "muted"}>
          {failed} failed, {formatShare(failed, all)}
        </div>
        <div className={limited > 0 ? styles.warn : "muted"}>{limited} over its limit</div>
      </td>
      <Percentiles of={call} />
    </tr>
  );
}
