import { formatRupees } from "@org/commands/words";
import { wordsIn } from "@org/stores/mohallamart/words/catalogue";
import type { Language } from "@org/stores/mohallamart/words/languages";
import Link from "next/link";
import { currentLanguage } from "../language/current-language.ts";
import { ProductPicture } from "../storefront/product-picture.tsx";
import styles from "./line-table.module.css";
import { orderWords } from "./words.ts";

interface TableLine {
  productId: string;
  name: string;
  unit: string;
  quantity: number;
  /** Rupees. */
  amount: number;
  /** What its picture's files are found by. */
  picture?: string | undefined;
  /** The product's page, where a line leads to one. */
  path?: `/products/${string}` | undefined;
  /** Why it cannot be ordered like this. */
  problem?: string | undefined;
}

interface LineTableProps {
  lines: readonly TableLine[];
  /** Rupees. */
  total: number;
  /** What the total is called: "Total, cash on delivery". */
  totalLabel: string;
  /** Of the headings; default: the reader's. */
  language?: Language;
  /** Whether each line has its product's picture beside it. */
  pictured?: boolean;
}

export async function LineTable({ lines, total, totalLabel, language, pictured = false }: LineTableProps) {
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
        {lines.map((line) => (
          <tr key={line.productId} className={pictured ? styles.pictured : undefined}>
            <td className={styles.quantity}>{line.quantity} ×</td>
            <td>
              <div className={styles.product}>
                {pictured && <ProductPicture product={line} sizes="3rem" className={styles.picture} />}
                <ProductName line={line} />
              </div>
            </td>
            <td className={`amount ${styles.amount}`}>{formatRupees(line.amount)}</td>
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

function ProductName({ line: { name, unit, path, problem } }: { line: TableLine }) {
  return (
    <span>
      {path ? <Link href={path}>{name}</Link> : name} <span className="muted">{unit}</span>
      {problem && <span className={`field-error ${styles.problem}`}>{problem}</span>}
    </span>
  );
}
