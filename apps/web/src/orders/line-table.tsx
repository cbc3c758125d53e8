import { formatRupees } from "@org/commands/words";
import styles from "./line-table.module.css";

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
}

export function LineTable({ lines, total, totalLabel }: LineTableProps) {
  return (
    <table className={styles.table}>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">Quantity</th>
          <th scope="col">Product</th>
          <th scope="col">Amount</th>
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
