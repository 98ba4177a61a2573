import { chooseTheme, type ThemeChoice, useThemeChoice } from "../shell/theme";

const choices: readonly {
  readonly value: ThemeChoice;
  readonly label: string;
  readonly note: string;
}[] = [
  { value: "auto", label: "Automatic", note: "as the system is set" },
  { value: "light", label: "Light", note: "dark ink on paper" },
  { value: "dark", label: "Dark", note: "for the evening" },
];

export function ThemeChooser() {
  const chosen = useThemeChoice();
  return (
    <section className="settings-section" aria-labelledby="theme">
      <h2 id="theme">Theme</h2>
      <div className="theme-choices" role="radiogroup" aria-labelledby="theme">
        {choices.map(({ value, label, note }) => (
          <label key={value}>
            <input
              type="radio"
              name="theme"
              value={value}
              checked={chosen === value}
              onChange={() => chooseTheme(value)}
            />
            <span>
              {label} <small>{note}</small>
            </span>
          </label>
        ))}
      </div>
    </section>
  );
}
