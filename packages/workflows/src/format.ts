const rupeeFormat = new Intl.NumberFormat("en-IN", { style: "currency", currency: "INR" });

/** An amount in rupees as a customer reads it: `₹1,250.00`. */
export function rupees(amount: number): string {
  return rupeeFormat.format(amount);
}
