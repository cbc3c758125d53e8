const rupeeFormat = new Intl.NumberFormat("en-IN", { style: "currency", currency: "INR" });
const wholeRupeeFormat = new Intl.NumberFormat("en-IN", {
  style: "currency",
  currency: "INR",
  maximumFractionDigits: 0,
});

/** An amount in rupees as a customer reads it: `₹60`, `₹1,250.50`. */
export function formatRupees(amount: number): string {
  return (Number.isInteger(amount) ? wholeRupeeFormat : rupeeFormat).format(amount);
}

/** `1 item`, `3 items`. */
export function count(number: number, singular: string, plural = `${singular}s`): string {
  return `${number} ${number === 1 ? singular : plural}`;
}
