import { formatRupees } from "@org/commands/words";
import { wordsIn } from "@org/stores/mohallamart/words/catalogue";
import type { Language } from "@org/stores/mohallamart/words/languages";
import { currentLanguage } from "../language/current-language.ts";
import styles from "./line-table.module.css";
import { orderWords } from "./words.ts";

interface TableLine {
  productId: string;
  name: string;
  unit: string;
  quantity: number;
  /** Rupees. */
  amount: number;
  /** Why it cannot be ordered like this. */
  problem?: string;
}

interface LineTableProps {
  lines: readonly TableLine[];
  /** Rupees. */
  total: number;
  /** What the total is called: "Total, cash on delivery". */
  totalLabel: string;
  /** Of the headings; default: the reader's. */
  language?: Language;
}

export async function LineTable({ lines, total, totalLabel, language }: LineTableProps) {
  const { say } = wordsIn(orderWords, language ?? (await currentLanguage()));
  return (
    <table className={styles.table}>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">{say("quantity")}</th>
          <th scope="col">{say("product")}</th>
          <th scope="col">{say("amount")}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ productId, name, unit, quantity, amount, problem }) => (
          <tr key={productId}>
            <td className={styles.quantity}>{quantity} ×</td>
            <td>
              {name} <span className="muted">{unit}</span>
              {problem && <span className={`field-error ${styles.problem}`}>{problem}</span>}
            </td>
            <td className={`amount ${styles.amount}`}>{formatRupees(amount)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={2}>
            {totalLabel}
          </th>
          <td className={`amount ${styles.amount}`}>{formatRupees(total)}</td>
        </tr>
      </tfoot>
    </table>
  );
}
