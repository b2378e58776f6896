"""How gunicorn serves the site; it reads this file by itself from the folder it starts in.

The number of workers is its own WEB_CONCURRENCY; `demo` starts two.
"""

# Loaded once and then parted: workers come up at once, share the code's memory, and agree on when
# this build was started.
preload_app = True
# Whatever a worker may gather in weeks, it gives back; never all workers at once.
max_requests = 50_000
max_requests_jitter = 10_000
# A proxy on this machine may pass on what a visitor sends: no header says where the site stands.
forwarder_headers = ""


def post_worker_init(worker: object) -> None:
    """Let each worker publish what is scheduled (PUBLISH_ON_TIME); one of them does it.

    And let it look seldom for memory that is lost.
    """
    # Not at the top: this file is read before the settings are.
    from django.apps import apps

    # The benchmark serves a page of no site with it, too.
    if apps.is_installed("statements"):
        from advocacy import memory, timekeeper

        memory.settle()
        timekeeper.start()
