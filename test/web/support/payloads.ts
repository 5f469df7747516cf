// Fifty texts that would do harm if a document's words were ever taken for markup, script, template or formula.
const TAGS = ['script', 'img', 'svg', 'iframe', 'object', 'embed', 'video', 'details', 'marquee', 'math'];
const EVENTS = ['onerror', 'onload', 'ontoggle', 'onfocus', 'onmouseover'];

export const HARMFUL: readonly string[] = [
  ...TAGS.flatMap((tag) => [
    `<${tag} src=x onerror="window.harmed=1">`,
    `<${tag}><script>window.harmed=1</script></${tag}>`,
  ]),
  ...EVENTS.map((event) => `"><b ${event}="window.harmed=1" autofocus tabindex=0>x</b>`),
  ...EVENTS.map((event) => `' ${event}='window.harmed=1`),
  'javascript:window.harmed=1',
  '<a href="javascript:window.harmed=1">read on</a>',
  '<style>*{display:none}</style>',
  '<base href="https://elsewhere.example/">',
  '<meta http-equiv="refresh" content="0;url=https://elsewhere.example/">',
  '<form action="https://elsewhere.example"><button>Sign</button></form>',
  '</p></article></aside><h1>Not the page</h1>',
  '<!--<script>window.harmed=1</script>-->',
  '&lt;script&gt;window.harmed=1&lt;/script&gt;',
  '{{constructor.constructor("window.harmed=1")()}}',
  '${window.harmed=1}',
  '<template><script>window.harmed=1</script></template>',
  '=HYPERLINK("https://elsewhere.example")',
  '@SUM(1+1)*cmd',
  '<svg/onload=window.harmed=1>',
  '<x onclick=window.harmed=1>click</x>',
  '\u202Egnirts desrever\u202C',
  '<scr\u0000ipt>window.harmed=1</scr\u0000ipt>'.replaceAll('\u0000', ''),
  ']]><script>window.harmed=1</script>',
  '<noscript><p title="</noscript><img src=x onerror=window.harmed=1>">',
];
