// The Mantine theme: our colours, type and the defaults that keep the style policy and screen readers content.
import { createTheme } from '@mantine/core';
import { tokens } from './tokens';

export { tokens };

export const theme = createTheme({
  primaryColor: 'primary',
  primaryShade: 7,
  colors: {
    primary: ['#eaf1f9', '#d3e0f0', '#a8c2e0', '#7ba2cf', '#5686bf', '#3a70b2', '#28609f', '#174a86', '#123c6e', '#0f2f57'],
  },
  fontFamily: "'Source Sans 3 Variable', system-ui, sans-serif",
  headings: { fontFamily: "'Be Vietnam Pro', 'Source Sans 3 Variable', system-ui, sans-serif", fontWeight: '600' },
  fontSizes: { xs: '13px', sm: '15px', md: '16px', lg: '17px', xl: '20px' },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.5', lg: '1.5', xl: '1.4' },
  defaultRadius: 6,
  black: tokens.ink,
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Menu: { defaultProps: { withInitialFocusPlaceholder: false, transitionProps: { duration: 0 } } },
    Modal: { defaultProps: { lockScroll: false, transitionProps: { duration: 0 } } },
  },
});
