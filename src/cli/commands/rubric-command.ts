import {
  compareRubrics,
  packagedRubrics,
  rubricAsMarkdown,
  studyRubric,
} from '#office/study-rubrics.ts';
import type { AddCommand } from '../add-command.ts';
import { cliText } from '../texts.ts';
import {
  renderRubricCheck,
  renderRubricDiff,
  renderRubricList,
  renderRubricShow,
} from './rubric.ts';

const collect = (value: string, before: string[]) => [...before, ...value.split(',')];

/** `xunwang rubric list|show|check|diff`. */
export const addRubric: AddCommand = (program, terminal) => {
  const text = cliText(terminal.language);
  const { language } = terminal;
  const rubric = program
    .command('rubric')
    .summary(text.rubricCommand)
    .description(text.rubricCommand);
  rubric
    .command('list')
    .description(text.rubricList)
    .action(() => terminal.out(`${renderRubricList(packagedRubrics(), language)}\n`));
  rubric
    .command('show')
    .description(text.rubricShow)
    .argument('<rubric>', text.rubric)
    .option('--overlay <id>', text.overlay, collect, [])
    .option('--markdown', text.rubricMarkdown)
    .action((id: string, options: { overlay: string[]; markdown?: boolean }) => {
      const { rubric: found } = studyRubric(id, options.overlay);
      if (options.markdown) return terminal.out(rubricAsMarkdown(found));
      terminal.out(`${renderRubricShow(found, language)}\n`);
    });
  rubric
    .command('check')
    .description(text.rubricCheck)
    .argument('<rubric>', text.rubric)
    .option('--overlay <id>', text.overlay, collect, [])
    .action((id: string, options: { overlay: string[] }) => {
      const { rubric: found, warnings } = studyRubric(id, options.overlay);
      terminal.out(`${renderRubricCheck(found, warnings, language)}\n`);
    });
  rubric
    .command('diff')
    .description(text.rubricDiff)
    .argument('<one>', text.rubric)
    .argument('<other>', text.rubric)
    .action((one: string, other: string) => {
      const [before, after] = [studyRubric(one, []).rubric, studyRubric(other, []).rubric];
      const differences = compareRubrics(before, after);
      terminal.out(`${renderRubricDiff(before, after, differences, language)}\n`);
    });
};
