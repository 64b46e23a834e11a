package bangfu.batch;

import bangfu.database.Database;
import java.util.List;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.configuration.support.MapJobRegistry;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.support.TaskExecutorJobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.JdbcJobRepositoryFactoryBean;
import org.springframework.core.task.SyncTaskExecutor;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Spring Batch on our own data source and transaction manager, wired by hand: four objects need no
 * application context, and the program starts faster without one.
 */
final class BatchRuntime {
  private final JobRepository repository;
  private final TaskExecutorJobOperator operator;
  private final PlatformTransactionManager transactions;

  BatchRuntime(Database database) {
    transactions = database.transactions();
    try {
      JdbcJobRepositoryFactoryBean factory = new JdbcJobRepositoryFactoryBean();
      factory.setDataSource(database.dataSource());
      factory.setTransactionManager(database.transactions());
      factory.setIsolationLevelForCreate("ISOLATION_READ_COMMITTED");
      factory.afterPropertiesSet();
      repository = factory.getObject();
      operator = new TaskExecutorJobOperator();
      operator.setJobRepository(repository);
      operator.setJobRegistry(new MapJobRegistry());
      operator.setTaskExecutor(new SyncTaskExecutor());
      operator.afterPropertiesSet();
    } catch (Exception e) {
      throw new IllegalStateException("cannot set up Spring Batch", e);
    }
  }

  JobRepository repository() {
    return repository;
  }

  /** Those of the ledger, which Spring Batch's own tables share. */
  PlatformTransactionManager transactions() {
    return transactions;
  }

  /**
   * Runs a job to its end; an execution that a kill left open is recovered first and goes on.
   *
   * @param parameters identify the job
   * @throws RuntimeException the failure of the step that failed
   */
  void run(Job job, JobParameters parameters) {
    JobParameters attempt = attempt(job, parameters);
    recover(job, attempt);
    try {
      JobExecution execution = operator.start(job, attempt);
      if (execution.getStatus() != BatchStatus.COMPLETED) {
        throw failure(execution);
      }
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("cannot start the job " + job.getName(), e);
    }
  }

  /**
   * The attempt to go on with, or a new one. Spring Batch can go on neither with an instance whose
   * execution a kill prevented, nor with one that was complete before our own register of runs said
   * so; every step may be done again, so the next attempt at the same run is as good.
   */
  private JobParameters attempt(Job job, JobParameters parameters) {
    for (long number = 1; ; number++) {
      JobParameters attempt =
          new JobParametersBuilder(parameters).addLong("attempt", number).toJobParameters();
      JobInstance instance = repository.getJobInstance(job.getName(), attempt);
      JobExecution last = instance == null ? null : repository.getLastJobExecution(instance);
      boolean goesOn = last != null && last.getStatus() != BatchStatus.COMPLETED;
      if (instance == null || goesOn) {
        return attempt;
      }
    }
  }

  private void recover(Job job, JobParameters parameters) {
    JobInstance instance = repository.getJobInstance(job.getName(), parameters);
    JobExecution last = instance == null ? null : repository.getLastJobExecution(instance);
    if (last != null && last.isRunning()) {
      operator.recover(last);
    }
  }

  private static RuntimeException failure(JobExecution execution) {
    List<Throwable> failures = execution.getAllFailureExceptions();
    Throwable cause =
        failures.stream()
            .filter(failure -> !(failure instanceof JobExecutionException)) // says only that
            .findFirst()
            .orElse(failures.isEmpty() ? null : failures.get(0));
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof RuntimeException known
        ? known
        : new IllegalStateException("the job ended " + execution.getExitStatus(), cause);
  }
}
