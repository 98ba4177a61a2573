import { defineExercise } from "@gradus/course-kit";

export default defineExercise({
  id: "orders-with-country",
  title: "To which country does each order go?",
  prompt: `
\`orders\` say which customer ordered, and \`customers\` in which country each one lives. Write
\`withCountry(orders, customers)\`: every order, in the order of \`orders\`, with the columns \`order\` and \`country\`. Where the
customer is not known, or has no country, it is \`unknown\`.

Customer numbers were typed: \` c7\` and \`C7\` are the same one; in \`customers\` they are always spelled \`C7\`. And some customers
stand in \`customers\` twice.`,
  hints: [
    "Give the orders a tidy key first: `assign({ id: (order) => order.customer?.trim().toUpperCase() ?? null })`.",
    '`merge(customers, { on: "id", how: "left" })` keeps every order. Without `how` only those with a match stay.',
    'A customer who stands twice gives two rows for one order: `dropDuplicates(["id"])` before you merge.',
  ],
  misconceptions: {
    "inner-join":
      'Orders are missing. A merge keeps only rows with a match unless `how: "left"` asks for all.',
    "keys-as-typed":
      "Orders whose customer was typed with blanks or small letters are `unknown`. Keys match only if they are equal, character by character: tidy them first.",
    "customer-twice":
      "Some orders stand twice. Their customer stands twice in `customers`, and a merge pairs every match: drop the duplicates first.",
  },
});
