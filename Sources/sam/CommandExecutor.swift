internal import Glibc

/// Runs the jobs of a command that works in parallel: on the main thread, and on as many others as
/// there are cores and memory for.
///
/// The pool of Swift's runtime waits for ever where memory for its threads is short; here the main
/// thread does the work alone.
final class CommandExecutor: TaskExecutor, @unchecked Sendable {
  private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let change = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  // Read and written with the lock held.
  private var waiting: [UnownedJob] = []
  private var idleThreads = 0
  private var threadsLeft = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) - 1

  init() {
    pthread_mutex_init(lock, nil)
    pthread_cond_init(change, nil)
  }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    pthread_mutex_lock(lock)
    waiting.append(job)
    if waiting.count > idleThreads, threadsLeft > 0 { startThread() }
    pthread_cond_signal(change)
    pthread_mutex_unlock(lock)
  }

  private func startThread() {
    let executor = Unmanaged.passRetained(self)
    var thread = pthread_t()
    let status = pthread_create(
      &thread, nil,
      { context in
        guard let context else { return nil }
        Unmanaged<CommandExecutor>.fromOpaque(context).takeRetainedValue().work()
      }, executor.toOpaque())
    guard status == 0 else {
      executor.release()
      threadsLeft = 0
      return
    }
    threadsLeft -= 1
    pthread_detach(thread)
  }

  /// Runs jobs until the process ends.
  func work() -> Never {
    while true {
      pthread_mutex_lock(lock)
      while waiting.isEmpty {
        idleThreads += 1
        pthread_cond_wait(change, lock)
        idleThreads -= 1
      }
      let job = waiting.removeFirst()
      pthread_mutex_unlock(lock)
      job.runSynchronously(on: asUnownedTaskExecutor())
    }
  }
}
