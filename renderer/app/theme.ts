import { createTheme, type Theme } from '@mui/material/styles';
import { CONTRAST, WARM, type Colours } from './colours.ts';
import { controlStyles } from './theme-controls.ts';
import { surfaceStyles } from './theme-surfaces.ts';

/** The two looks: warm paper, and black with white and yellow. */
export type Look = 'warm' | 'contrast';

declare module '@mui/material/styles' {
  interface Theme {
    /** The colours of look.md by purpose, for what MUI's palette has no name for. */
    convoca: Colours;
  }
  interface ThemeOptions {
    convoca?: Colours;
  }
}

const FONT = "'Atkinson Hyperlegible Next', 'Atkinson Hyperlegible', 'Segoe UI', Verdana, sans-serif";

function themeFrom(colours: Colours, dark: boolean): Theme {
  return createTheme({
    convoca: colours,
    spacing: 8,
    shape: { borderRadius: 8 },
    shadows: Array.from({ length: 25 }, () => 'none') as Theme['shadows'],
    transitions: { duration: { shortest: 120, shorter: 120, short: 120, standard: 120, complex: 120, enteringScreen: 120, leavingScreen: 120 } },
    palette: {
      mode: dark ? 'dark' : 'light',
      primary: { main: colours.teal, dark: colours.tealDark, contrastText: colours.onTeal },
      secondary: { main: colours.waiting, contrastText: dark ? '#000000' : '#FFFFFF' },
      success: { main: colours.good },
      warning: { main: colours.careful },
      error: { main: colours.wrong },
      info: { main: colours.teal },
      text: { primary: colours.ink, secondary: colours.quiet, disabled: colours.quiet },
      background: { default: colours.paper, paper: colours.surface },
      divider: colours.line,
      action: { hover: colours.hover, selected: colours.chosen, hoverOpacity: 0, selectedOpacity: 0 },
    },
    typography: {
      fontFamily: FONT,
      fontSize: 16,
      htmlFontSize: 16,
      fontWeightMedium: 500,
      fontWeightBold: 700,
      h1: { fontSize: '1.625rem', lineHeight: '2rem', fontWeight: 700, letterSpacing: '-0.005em' },
      h2: { fontSize: '1.1875rem', lineHeight: '1.5rem', fontWeight: 700 },
      h3: { fontSize: '1rem', lineHeight: '1.5rem', fontWeight: 700 },
      body1: { fontSize: '1rem', lineHeight: '1.5rem' },
      body2: { fontSize: '0.9375rem', lineHeight: '1.375rem' },
      caption: { fontSize: '0.875rem', lineHeight: '1.25rem' },
      button: { fontSize: '1rem', lineHeight: '1.5rem', fontWeight: 500, textTransform: 'none' },
    },
    components: { ...surfaceStyles(colours), ...controlStyles(colours) },
  });
}

export const THEMES: Readonly<Record<Look, Theme>> = {
  warm: themeFrom(WARM, false),
  contrast: themeFrom(CONTRAST, true),
};
