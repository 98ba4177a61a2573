import { RandomGenerator } from "@gradus/core";
import { defineCheck, expectClose, expectThat } from "@gradus/course-kit";

interface Visit {
  readonly phone: boolean;
  readonly bought: boolean;
}

interface Submission {
  conditional(
    rows: readonly Visit[],
    event: (row: Visit) => boolean,
    given: (row: Visit) => boolean,
  ): number;
}

export default defineCheck(({ conditional }: Submission) => {
  const phone = (visit: Visit) => visit.phone;
  const bought = (visit: Visit) => visit.bought;
  for (const seed of [1, 2, 3, 4, 5]) {
    const random = new RandomGenerator(seed);
    const visits = Array.from({ length: 200 + 10 * seed }, (): Visit => {
      const isPhone = random.uniform() < 0.6;
      return { phone: isPhone, bought: random.uniform() < (isPhone ? 0.1 : 0.3) };
    });
    const count = (holds: (visit: Visit) => boolean) => visits.filter(holds).length;
    const both = count((visit) => visit.phone && visit.bought);
    const result = conditional(visits, bought, phone);
    expectThat(typeof result === "number", "`conditional` returns a number.");
    expectClose(result, both / count(phone), {
      of: `P(bought | phone) in ${visits.length} visits`,
      mistakes: {
        joint: both / visits.length,
        reversed: both / count(bought),
        odds: both / (count(phone) - both),
      },
    });
    const rest = count(bought) - both;
    expectClose(
      conditional(visits, bought, (visit) => !visit.phone),
      rest / (visits.length - count(phone)),
      "P(bought | not phone)",
    );
  }
  const two: readonly Visit[] = [
    { phone: true, bought: true },
    { phone: false, bought: false },
  ];
  expectClose(conditional(two, bought, phone), 1, "every visit by phone bought something");
  expectClose(
    conditional(two, bought, () => true),
    0.5,
    "a condition that always holds says nothing",
  );
});
