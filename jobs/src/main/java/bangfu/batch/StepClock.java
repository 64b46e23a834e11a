package bangfu.batch;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;

/** Tells how long each step of a job took and what it counted; steps follow one another. */
final class StepClock implements StepExecutionListener {
  private final Progress progress;
  private final Map<String, Long> counts = Collections.synchronizedMap(new LinkedHashMap<>());
  private long begin;

  StepClock(Progress progress) {
    this.progress = progress;
  }

  /** A step begins. */
  void begin(String step) {
    counts.clear();
    begin = System.nanoTime();
  }

  /** Something the step does, for the log. */
  void count(String what, long number) {
    counts.merge(what, number, Long::sum);
  }

  /** The step is done; one that fails is told by whoever asked for the job. */
  void end(String step) {
    progress.done(step, (System.nanoTime() - begin) / 1_000_000, new LinkedHashMap<>(counts));
  }

  @Override
  public void beforeStep(StepExecution step) {
    begin(step.getStepName());
  }

  @Override
  public ExitStatus afterStep(StepExecution step) {
    if (step.getStatus() == BatchStatus.COMPLETED) {
      end(step.getStepName());
    }
    return null;
  }
}
